package org.lotse.api.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.lotse.engine.decision.Inputs;
import org.lotse.engine.evaluation.LoggedChoice;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;

/** Counts how decisions differ under the rules in force and under a draft. Not thread-safe. */
final class Tally {
    static final int EXAMPLES = 5;

    final Map<Moved, Cell> moved = new HashMap<>();
    final Map<Stopped, Long> stopped = new TreeMap<>();
    final Paired value = new Paired();
    final Paired cost = new Paired();
    final Map<String, Paired> uses = new TreeMap<>();
    final Map<String, Both> actions = new TreeMap<>();
    final Map<String, Both> channels = new TreeMap<>();
    final Map<TermKey, Map<String, Both>> choices = new TreeMap<>();
    final Map<TermKey, Paired> amounts = new TreeMap<>();
    final Map<RowName, Both> rows = new TreeMap<>();
    final Map<TermKey, Group> groups = new TreeMap<>();
    final List<LoggedChoice> evidence = new ArrayList<>();
    long judged;
    long changed;
    long predictedAnew;

    /** From what to what. */
    record Moved(Judged.Choice from, Judged.Choice to) {
        boolean isChange() {
            return !from.equals(to);
        }
    }

    /** Why decisions could not be taken again; {@code byDraft}: under the draft, else under the rules in force. */
    record Stopped(boolean byDraft, Taken.Why why, String what) implements Comparable<Stopped> {
        @Override
        public int compareTo(Stopped other) {
            return toString().compareTo(other.toString());
        }
    }

    /** An example of a change. */
    record Example(
            String id, String subject, Moved moved, Set<RowName> nowFire, Set<RowName> noLongerFire, double valueChange)
            implements Comparable<Example> {
        @Override
        public int compareTo(Example other) {
            return id.compareTo(other.id);
        }
    }

    /** How many moved the same way, and some of them. */
    static final class Cell {
        long count;
        final Paired value = new Paired();
        final TreeSet<Example> examples = new TreeSet<>();

        private void add(Example example) {
            examples.add(example);
            if (examples.size() > EXAMPLES) {
                examples.remove(examples.last());
            }
        }
    }

    /** Counts under both. */
    static final class Both {
        long before;
        long after;

        private void add(Both other) {
            before += other.before;
            after += other.after;
        }
    }

    void stopped(boolean byDraft, Taken.Not not) {
        stopped.merge(new Stopped(byDraft, not.why(), not.what()), 1L, Long::sum);
    }

    /**
     * Counts one decision.
     *
     * @param id of the recorded decision, or of the customer
     * @param sensitive the attributes by which people are compared
     * @param term the declaration of a rule term
     */
    void add(
            String id,
            Inputs inputs,
            Judged before,
            Judged after,
            boolean anew,
            Set<TermKey> sensitive,
            Function<TermKey, Optional<Term>> term) {
        judged++;
        predictedAnew += anew ? 1 : 0;
        Moved way = new Moved(before.choice(), after.choice());
        Cell cell = moved.computeIfAbsent(way, key -> new Cell());
        cell.count++;
        cell.value.add(before.value(), after.value());
        if (way.isChange()) {
            changed++;
            cell.add(new Example(
                    id,
                    inputs.subject().toString(),
                    way,
                    beyond(after, before),
                    beyond(before, after),
                    after.value() - before.value()));
        }
        value.add(before.value(), after.value());
        cost.add(before.cost(), after.cost());
        Set<String> capacities = new TreeSet<>(before.uses().keySet());
        capacities.addAll(after.uses().keySet());
        capacities.forEach(capacity -> uses.computeIfAbsent(capacity, key -> new Paired())
                .add(before.uses().getOrDefault(capacity, 0.0), after.uses().getOrDefault(capacity, 0.0)));
        count(before, after, term);
        for (TermKey key : sensitive) {
            inputs.terms()
                    .at(TermPath.of(key))
                    .value()
                    .ifPresent(known -> groups.computeIfAbsent(key, same -> new Group())
                            .add(known, before.marketing(), after.marketing(), way.isChange()));
        }
    }

    private void count(Judged before, Judged after, Function<TermKey, Optional<Term>> term) {
        before.choice().candidate().ifPresent(action -> both(actions, action).before++);
        after.choice().candidate().ifPresent(action -> both(actions, action).after++);
        before.choice().channel().ifPresent(channel -> both(channels, channel.value()).before++);
        after.choice().channel().ifPresent(channel -> both(channels, channel.value()).after++);
        before.rows().forEach(row -> both(rows, RowName.of(row)).before++);
        after.rows().forEach(row -> both(rows, RowName.of(row)).after++);
        Set<TermKey> keys = new TreeSet<>(before.concluded().keySet());
        keys.addAll(after.concluded().keySet());
        for (TermKey key : keys) {
            Optional<Value> was = Optional.ofNullable(before.concluded().get(key));
            Optional<Value> is = Optional.ofNullable(after.concluded().get(key));
            if (was.or(() -> is).filter(Value.Num.class::isInstance).isPresent()) {
                amounts.computeIfAbsent(key, same -> new Paired()).add(number(was), number(is));
            } else if (term.apply(key).filter(Tally::isCountable).isPresent()) {
                Map<String, Both> byValue = choices.computeIfAbsent(key, same -> new TreeMap<>());
                was.ifPresent(chosen -> both(byValue, chosen.toString()).before++);
                is.ifPresent(chosen -> both(byValue, chosen.toString()).after++);
            }
        }
    }

    private static boolean isCountable(Term term) {
        return switch (term.type()) {
            case CHOICE, YES_NO -> true;
            default -> false;
        };
    }

    private static double number(Optional<Value> value) {
        return value.orElse(null) instanceof Value.Num(double number) ? number : 0;
    }

    /** Rows that decide only here, and those by which something else is concluded. */
    private static Set<RowName> beyond(Judged here, Judged there) {
        Set<RowName> beyond = new TreeSet<>();
        here.rows().forEach(row -> beyond.add(RowName.of(row)));
        there.rows().forEach(row -> beyond.remove(RowName.of(row)));
        here.because().forEach((key, rows) -> {
            if (!Objects.equals(here.concluded().get(key), there.concluded().get(key))) {
                rows.forEach(row -> beyond.add(RowName.of(row)));
            }
        });
        return beyond;
    }

    private static <K> Both both(Map<K, Both> counts, K key) {
        return counts.computeIfAbsent(key, same -> new Both());
    }

    /** Adds what another has counted. */
    void add(Tally other) {
        judged += other.judged;
        evidence.addAll(other.evidence);
        changed += other.changed;
        predictedAnew += other.predictedAnew;
        value.add(other.value);
        cost.add(other.cost);
        other.stopped.forEach((why, count) -> stopped.merge(why, count, Long::sum));
        other.uses.forEach((capacity, use) ->
                uses.computeIfAbsent(capacity, key -> new Paired()).add(use));
        other.amounts.forEach((key, amount) ->
                amounts.computeIfAbsent(key, same -> new Paired()).add(amount));
        other.groups.forEach(
                (key, group) -> groups.computeIfAbsent(key, same -> new Group()).add(group));
        merge(actions, other.actions);
        merge(channels, other.channels);
        merge(rows, other.rows);
        other.choices.forEach((key, byValue) -> merge(choices.computeIfAbsent(key, same -> new TreeMap<>()), byValue));
        other.moved.forEach((way, cell) -> {
            Cell mine = moved.computeIfAbsent(way, key -> new Cell());
            mine.count += cell.count;
            mine.value.add(cell.value);
            cell.examples.forEach(mine::add);
        });
    }

    private static <K> void merge(Map<K, Both> counts, Map<K, Both> others) {
        others.forEach((key, other) -> both(counts, key).add(other));
    }
}
