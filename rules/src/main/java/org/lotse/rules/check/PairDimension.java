package org.lotse.rules.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Operand;

/** Two terms that rows compare with each other, cut into: less, equal, more, and one of them missing. */
final class PairDimension {
    private static final int LESS = -1;
    private static final int EQUAL = 0;
    private static final int MORE = 1;

    private PairDimension() {}

    /** The pair a comparison is about, the smaller path first; empty when it is about something else. */
    static Optional<List<TermPath>> of(Condition.Test test) {
        boolean ordered = switch (test.operator()) {
            case IS, IS_NOT, FROM, ABOVE, UP_TO, BELOW, BEFORE, AFTER -> true;
            default -> false;
        };
        if (!ordered
                || test.operands().size() != 1
                || !(test.operands().getFirst() instanceof Operand.OfTerm(var other))) {
            return Optional.empty();
        }
        return Optional.of(
                test.term().compareTo(other) <= 0 ? List.of(test.term(), other) : List.of(other, test.term()));
    }

    /** Whether terms of this type are more or less than one another. */
    static boolean isOrdered(Term term) {
        return term.type().isNumeric() || term.type() == TermType.DATE;
    }

    static Dimension of(List<TermPath> pair, Term one, Term other, Map<Integer, List<Condition.Test>> tests) {
        BitSet constrained = new BitSet();
        tests.keySet().forEach(constrained::set);
        List<Case> cases = new ArrayList<>();
        cases.add(of(one, other, "is below", "liegt unter", met(pair, LESS, tests)));
        cases.add(of(one, other, "is equal to", "ist gleich", met(pair, EQUAL, tests)));
        cases.add(of(one, other, "is above", "liegt über", met(pair, MORE, tests)));
        cases.add(new Case(
                null,
                false,
                one.title().en() + " or " + other.title().en() + " is missing",
                one.title().de() + " oder " + other.title().de() + " fehlt",
                true,
                new BitSet()));
        return new Dimension(constrained, cases, somebody -> Optional.of(cases.get(index(pair, somebody))));
    }

    private static int index(List<TermPath> pair, Somebody somebody) {
        Optional<Value> one = somebody.values().apply(pair.getFirst());
        Optional<Value> other = somebody.values().apply(pair.getLast());
        return one.isEmpty() || other.isEmpty() ? 3 : 1 + Integer.signum(compare(one.get(), other.get()));
    }

    private static int compare(Value one, Value other) {
        if (one instanceof Value.Num(double a) && other instanceof Value.Num(double b)) {
            return Double.compare(a, b);
        }
        if (one instanceof Value.Date(var a) && other instanceof Value.Date(var b)) {
            return a.compareTo(b);
        }
        throw new IllegalArgumentException("The values " + one + " and " + other + " have no order.");
    }

    private static Case of(Term one, Term other, String en, String de, BitSet met) {
        return new Case(
                null,
                true,
                one.title().en() + " " + en + " " + other.title().en(),
                one.title().de() + " " + de + " " + other.title().de(),
                true,
                met);
    }

    private static BitSet met(List<TermPath> pair, int order, Map<Integer, List<Condition.Test>> tests) {
        BitSet met = new BitSet();
        tests.forEach((row, all) -> {
            if (all.stream()
                    .allMatch(test -> holds(test.operator(), test.term().equals(pair.getFirst()) ? order : -order))) {
                met.set(row);
            }
        });
        return met;
    }

    private static boolean holds(Operator operator, int order) {
        return switch (operator) {
            case IS -> order == EQUAL;
            case IS_NOT -> order != EQUAL;
            case FROM -> order >= EQUAL;
            case ABOVE, AFTER -> order > EQUAL;
            case UP_TO -> order <= EQUAL;
            case BELOW, BEFORE -> order < EQUAL;
            default -> throw new IllegalArgumentException("The operator " + operator + " does not compare two terms.");
        };
    }
}
