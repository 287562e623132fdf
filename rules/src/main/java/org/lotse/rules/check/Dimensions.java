package org.lotse.rules.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Operand;
import org.lotse.rules.model.Rule;

/**
 * Collects what rows compare: per term with fixed values, per pair of terms, and everything else as something that holds
 * or not. For use by one thread.
 */
final class Dimensions {
    private final Vocabulary vocabulary;
    private final SubjectType subject;
    private final Map<TermPath, Map<Integer, List<Condition.Test>>> byTerm = new LinkedHashMap<>();
    private final Map<List<TermPath>, Map<Integer, List<Condition.Test>>> byPair = new LinkedHashMap<>();
    private final Map<Object, BitSet> atoms = new LinkedHashMap<>();
    private final Map<Object, Predicate<Somebody>> askAtoms = new LinkedHashMap<>();

    Dimensions(Vocabulary vocabulary, SubjectType subject) {
        this.vocabulary = vocabulary;
        this.subject = subject;
    }

    /**
     * Adds a row.
     *
     * @param row its number in the walk
     * @param rule whose days of validity count
     * @param tests what must hold together for it to hit
     */
    void add(int row, Rule rule, List<Condition.Test> tests) {
        if (rule.validFrom().isPresent() || rule.validUntil().isPresent()) {
            Object days = List.of(rule.validFrom(), rule.validUntil());
            atoms.computeIfAbsent(days, ignored -> new BitSet()).set(row);
            askAtoms.put(days, somebody -> isValid(rule, somebody));
        }
        for (Condition.Test test : tests) {
            Optional<List<TermPath>> pair = PairDimension.of(test).filter(this::isOrdered);
            if (isFixed(test)) {
                put(byTerm.computeIfAbsent(test.term(), ignored -> new TreeMap<>()), row, test);
            } else if (pair.isPresent()) {
                put(byPair.computeIfAbsent(pair.get(), ignored -> new TreeMap<>()), row, test);
            } else {
                Condition.Test anywhere = new Condition.Test(test.term(), test.operator(), test.operands(), "");
                atoms.computeIfAbsent(anywhere, ignored -> new BitSet()).set(row);
                askAtoms.put(anywhere, somebody -> somebody.meets(anywhere));
            }
        }
    }

    List<Dimension> all() {
        List<Dimension> dimensions = new ArrayList<>();
        byTerm.forEach((path, tests) ->
                vocabulary.term(subject, path).ifPresent(term -> dimensions.add(Dimension.of(path, term, tests))));
        byPair.forEach((pair, tests) -> dimensions.add(PairDimension.of(
                pair,
                vocabulary.term(subject, pair.getFirst()).orElseThrow(),
                vocabulary.term(subject, pair.getLast()).orElseThrow(),
                tests)));
        atoms.forEach((atom, rows) -> dimensions.add(atom(rows, askAtoms.getOrDefault(atom, somebody -> false))));
        return dimensions;
    }

    private static Dimension atom(BitSet rows, Predicate<Somebody> holds) {
        Case yes = new Case(null, true, "", "", true, rows);
        Case no = new Case(null, true, "", "", true, new BitSet());
        return new Dimension(rows, List.of(yes, no), somebody -> Optional.of(holds.test(somebody) ? yes : no));
    }

    private static void put(Map<Integer, List<Condition.Test>> rows, int row, Condition.Test test) {
        rows.computeIfAbsent(row, ignored -> new ArrayList<>()).add(test);
    }

    private boolean isOrdered(List<TermPath> pair) {
        return pair.stream()
                .allMatch(path -> vocabulary
                        .term(subject, path)
                        .filter(PairDimension::isOrdered)
                        .isPresent());
    }

    private static boolean isValid(Rule rule, Somebody somebody) {
        LocalDate today = somebody.at().atZone(somebody.zone()).toLocalDate();
        return !rule.validFrom().map(today::isBefore).orElse(false)
                && !rule.validUntil().map(today::isAfter).orElse(false);
    }

    private static boolean isFixed(Condition.Test test) {
        boolean told = switch (test.operator()) {
            case WITHIN_THE_LAST, CONTAINS, STARTS_WITH -> false;
            default -> true;
        };
        boolean bare = test.operator() == Operator.IS_GIVEN || test.operator() == Operator.IS_MISSING;
        return told && (bare || test.operands().stream().allMatch(each -> each instanceof Operand.Fixed));
    }
}
