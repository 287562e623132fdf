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
 * @param subject what the rules are about
 * @param candidate the kind of candidates, if they are about candidates
 * @param levels the rounds that conclude terms, in order: which terms each of them completes
 * @param eligibility the round that asks about eligibility
 * @param rest the round that asks about the other layers, channels and added actions
 * @param writers the entries that write each term, in file order
 * @param byRound the entries of each round, in file order
 */
record Scope(
        SubjectType subject,
        Optional<SubjectType> candidate,
        List<Level> levels,
        int eligibility,
        int rest,
        Map<TermKey, List<Entry>> writers,
        Map<Integer, List<Entry>> byRound) {

    /** One round that concludes terms. */
    record Level(int round, Set<TermKey> terms) {}

    /** Lays out the rules; the entries are added to {@code all} with consecutive numbers. */
    static Scope of(
            List<RuleFile> files,
            SubjectType subject,
            Optional<SubjectType> candidate,
            int firstRound,
            Slots slots,
            List<Entry> all) {
        RuleOrder order = RuleOrder.of(files, subject, candidate);
        int eligibility = firstRound + order.levels();
        int rest = eligibility + 1;
        Map<TermKey, List<Entry>> writers = new LinkedHashMap<>();
        Map<Integer, List<Entry>> byRound = new TreeMap<>();
        for (RuleFile file : files) {
            if (file.subject().equals(subject) && file.candidate().equals(candidate)) {
                for (Rule rule : file.rules()) {
                    Asked asked = Asked.of(rule.condition(), slots);
                    Map<Integer, List<Consequence>> byStage = new TreeMap<>();
                    for (int round : rounds(file, rule, order, firstRound, eligibility, rest)) {
                        byStage.put(round, new ArrayList<>());
                    }
                    rule.consequences()
                            .forEach(consequence -> byStage.computeIfAbsent(
                                            round(consequence, order, firstRound, eligibility, rest),
                                            k -> new ArrayList<>())
                                    .add(consequence));
                    byStage.forEach((round, consequences) -> {
                        Entry entry = new Entry(all.size(), round, file, rule, asked, consequences);
                        all.add(entry);
                        byRound.computeIfAbsent(round, k -> new ArrayList<>()).add(entry);
                        consequences.forEach(each -> written(each)
                                .ifPresent(term -> writers.computeIfAbsent(term, k -> new ArrayList<>())
                                        .add(entry)));
                        consequences.forEach(each -> each.reads().forEach(slots::of));
                    });
                }
            }
        }
        return new Scope(subject, candidate, levels(writers, order, firstRound), eligibility, rest, writers, byRound);
    }

    /**
     * The rounds a row takes part in even where its own cell is empty: in a table of which one row wins it may win, and
     * thereby keep others from it.
     */
    private static Set<Integer> rounds(
            RuleFile file, Rule rule, RuleOrder order, int firstRound, int eligibility, int rest) {
        Set<Integer> rounds = new LinkedHashSet<>();
        if (file.hitPolicy() == HitPolicy.FIRST || file.hitPolicy() == HitPolicy.UNIQUE) {
            file.rules().stream()
                    .flatMap(each -> each.consequences().stream())
                    .map(each -> round(each, order, firstRound, eligibility, rest))
                    .forEach(rounds::add);
        }
        return rounds;
    }

    private static int round(Consequence consequence, RuleOrder order, int firstRound, int eligibility, int rest) {
        return switch (consequence) {
            case Consequence.SetTerm set -> firstRound + order.levelOf(set.term());
            case Consequence.AddPoints add -> firstRound + order.levelOf(add.term());
            case Consequence.ActionVerdict verdict -> verdict.layer() == Layer.ELIGIBILITY ? eligibility : rest;
            case Consequence.AddAction ignored -> rest;
            case Consequence.UseChannel ignored -> rest;
            case Consequence.ForbidChannel ignored -> rest;
        };
    }

    private static List<Level> levels(Map<TermKey, List<Entry>> writers, RuleOrder order, int firstRound) {
        List<Level> levels = new ArrayList<>();
        for (int level = 0; level < order.levels(); level++) {
            Set<TermKey> terms = new LinkedHashSet<>();
            for (TermKey term : writers.keySet()) {
                if (order.levelOf(term) == level) {
                    terms.add(term);
                }
            }
            levels.add(new Level(firstRound + level, terms));
        }
        return levels;
    }

    static Optional<TermKey> written(Consequence consequence) {
        return switch (consequence) {
            case Consequence.SetTerm set -> Optional.of(set.term());
            case Consequence.AddPoints add -> Optional.of(add.term());
            default -> Optional.empty();
        };
    }

    List<Entry> entries(int round) {
        return byRound.getOrDefault(round, List.of());
    }

    /** The first round no other scope may use below. */
    int nextRound() {
        return rest + 1;
    }
}
