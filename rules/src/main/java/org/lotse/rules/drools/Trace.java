package org.lotse.rules.drools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.rule.Comparison;
import org.lotse.engine.rule.Deferred;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.term.Value;

/** Says of a row which comparisons were made, from the typed row and the values read. */
final class Trace {
    private static final int NEAREST = 3;

    private Trace() {}

    /** A row that was hit: of alternatives only those that hold are named. */
    static Firing fired(Entry entry, RowFact fact) {
        return new Firing(
                entry.rule().ref(),
                new Deferred<>(() -> comparisons(entry.asked(), fact).stream()
                        .filter(Comparison::met)
                        .toList()));
    }

    /** Rows that were hit. */
    static List<Firing> fired(List<Entry> entries, RowFact fact) {
        if (entries.size() == 1) {
            return List.of(fired(entries.getFirst(), fact));
        }
        Firing[] fired = new Firing[entries.size()];
        for (int each = 0; each < fired.length; each++) {
            fired[each] = fired(entries.get(each), fact);
        }
        return List.of(fired);
    }

    /** A row that was not hit, with all its comparisons. */
    static Firing missed(Entry entry, RowFact fact) {
        return new Firing(entry.rule().ref(), new Deferred<>(() -> comparisons(entry.asked(), fact)));
    }

    /** Those of the rows that were not hit which lack least, at most three; the order of the file decides ties. */
    static List<Firing> nearest(List<Entry> entries, RowFact fact) {
        record Near(Entry entry, int unmet) {}
        return new Deferred<>(() -> entries.stream()
                .filter(entry -> entry.isValidOn(fact.today()) && !fact.hits().has(entry.place()))
                .map(entry -> new Near(entry, entry.asked().unmet(fact)))
                .sorted(Comparator.comparingInt(Near::unmet))
                .limit(NEAREST)
                .map(near -> missed(near.entry(), fact))
                .toList());
    }

    /** Of these rows, none of which was hit, the first that lacks least; null when none is valid that day. */
    static @Nullable Entry nearest(RowFact fact, Bits rows) {
        Entry nearest = null;
        int least = Integer.MAX_VALUE;
        for (int place = rows.nextInBoth(rows, 0); place >= 0 && least > 1; place = rows.nextInBoth(rows, place + 1)) {
            Entry entry = fact.round().entry(place);
            int unmet = entry.isValidOn(fact.today()) ? entry.asked().unmet(fact) : Integer.MAX_VALUE;
            if (unmet < least) {
                nearest = entry;
                least = unmet;
            }
        }
        return nearest;
    }

    /** Whether one of these rows is valid that day. */
    static boolean isAnyValid(RowFact fact, Bits rows) {
        for (int place = rows.nextInBoth(rows, 0); place >= 0; place = rows.nextInBoth(rows, place + 1)) {
            if (fact.round().entry(place).isValidOn(fact.today())) {
                return true;
            }
        }
        return false;
    }

    private static List<Comparison> comparisons(Asked asked, RowFact fact) {
        List<Comparison> comparisons = new ArrayList<>();
        collect(asked, fact, comparisons);
        return comparisons;
    }

    private static void collect(Asked asked, RowFact fact, List<Comparison> comparisons) {
        switch (asked) {
            case Asked.All(var parts) -> parts.forEach(part -> collect(part, fact, comparisons));
            case Asked.Any(var parts) -> parts.forEach(part -> collect(part, fact, comparisons));
            case Asked.Test test -> comparisons.add(comparison(test, fact));
            case Asked.Never ignored -> {}
        }
    }

    private static Comparison comparison(Asked.Test test, RowFact fact) {
        List<Value> needed = new ArrayList<>();
        for (Asked.Needed each : test.needed()) {
            Value value = each.in(fact);
            if (value != null) {
                needed.add(value);
            }
        }
        return new Comparison(
                test.source().term(),
                test.operator(),
                needed,
                Optional.ofNullable(fact.value(test.slot())),
                test.source().cell(),
                test.holds(fact));
    }
}
