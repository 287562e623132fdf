package org.lotse.rules.drools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.HitPolicy;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.model.RuleOrder;

/**
 * All rules about one kind of subject, alone or together with one kind of candidates, laid out in rounds: first those
 * that conclude terms, level by level, then eligibility (which stand-ins do not satisfy), then everything else.
 *
 * @param number its place among all scopes
 * @param subject what the rules are about
 * @param candidate the kind of candidates, if they are about candidates
 * @param levels the rounds that conclude terms, in order
 * @param eligibility the round that asks about eligibility
 * @param rest the round that asks about the other layers, channels and added actions
 * @param writers the rows that write each term, in file order
 * @param silent the rows of the rest that say nothing about candidates
 */
record Scope(
        int number,
        SubjectType subject,
        Optional<SubjectType> candidate,
        List<Level> levels,
        Round eligibility,
        Round rest,
        Map<TermKey, List<Entry>> writers,
        Bits silent) {

    /**
     * One round that concludes terms.
     *
     * @param all its rows
     * @param terms which terms it completes
     */
    record Level(Round round, Bits all, Set<TermKey> terms) {}

    /** Lays out the rules. */
    static Scope of(
            int number, List<RuleFile> files, SubjectType subject, Optional<SubjectType> candidate, Slots slots) {
        RuleOrder order = RuleOrder.of(files, subject, candidate);
        Map<TermKey, List<Entry>> writers = new LinkedHashMap<>();
        Map<Integer, List<Entry>> byRound = new TreeMap<>();
        for (RuleFile file : files) {
            if (file.subject().equals(subject) && file.candidate().equals(candidate)) {
                for (Rule rule : file.rules()) {
                    Asked asked = Asked.of(rule.condition(), slots);
                    Map<Integer, List<Consequence>> byStage = new TreeMap<>();
                    for (int round : rounds(file, rule, order)) {
                        byStage.put(round, new ArrayList<>());
                    }
                    rule.consequences()
                            .forEach(consequence -> byStage.computeIfAbsent(
                                            round(consequence, order), k -> new ArrayList<>())
                                    .add(consequence));
                    byStage.forEach((round, consequences) -> {
                        consequences.forEach(each -> each.reads().forEach(slots::of));
                        List<Entry> entries = byRound.computeIfAbsent(round, k -> new ArrayList<>());
                        Entry entry = Entry.of(entries.size(), file, rule, asked, consequences, slots);
                        entries.add(entry);
                        for (Entry.Write write : entry.writes()) {
                            writers.computeIfAbsent(write.term(), k -> new ArrayList<>())
                                    .add(entry);
                        }
                    });
                }
            }
        }
        Round rest = new Round(byRound.getOrDefault(order.levels() + 1, List.of()));
        return new Scope(
                number,
                subject,
                candidate,
                levels(writers, order, byRound),
                new Round(byRound.getOrDefault(order.levels(), List.of())),
                rest,
                writers,
                Bits.where(rest.size(), place -> !Speakers.speaks(rest.entry(place))));
    }

    /**
     * The rounds a row takes part in even where its own cell is empty: in a table of which one row wins it may win, and
     * thereby keep others from it.
     */
    private static Set<Integer> rounds(RuleFile file, Rule rule, RuleOrder order) {
        Set<Integer> rounds = new LinkedHashSet<>();
        if (file.hitPolicy() == HitPolicy.FIRST || file.hitPolicy() == HitPolicy.UNIQUE) {
            file.rules().stream()
                    .flatMap(each -> each.consequences().stream())
                    .map(each -> round(each, order))
                    .forEach(rounds::add);
        }
        return rounds;
    }

    private static int round(Consequence consequence, RuleOrder order) {
        int eligibility = order.levels();
        int rest = eligibility + 1;
        return switch (consequence) {
            case Consequence.SetTerm set -> order.levelOf(set.term());
            case Consequence.AddPoints add -> order.levelOf(add.term());
            case Consequence.ActionVerdict verdict -> verdict.layer() == Layer.ELIGIBILITY ? eligibility : rest;
            case Consequence.AddAction ignored -> rest;
            case Consequence.UseChannel ignored -> rest;
            case Consequence.ForbidChannel ignored -> rest;
        };
    }

    private static List<Level> levels(
            Map<TermKey, List<Entry>> writers, RuleOrder order, Map<Integer, List<Entry>> byRound) {
        List<Level> levels = new ArrayList<>();
        for (int level = 0; level < order.levels(); level++) {
            Set<TermKey> terms = new LinkedHashSet<>();
            for (TermKey term : writers.keySet()) {
                if (order.levelOf(term) == level) {
                    terms.add(term);
                }
            }
            Round round = new Round(byRound.getOrDefault(level, List.of()));
            levels.add(new Level(round, Bits.all(round.size()), terms));
        }
        return List.copyOf(levels);
    }

    /** The term a consequence sets or adds to. */
    static Optional<TermKey> written(Consequence consequence) {
        return switch (consequence) {
            case Consequence.SetTerm set -> Optional.of(set.term());
            case Consequence.AddPoints add -> Optional.of(add.term());
            default -> Optional.empty();
        };
    }
}
