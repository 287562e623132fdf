package org.lotse.rules.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Operand;
import org.lotse.rules.read.ValueReader;

/**
 * A term that a table compares with fixed values, cut into the cases that its rows tell apart: cases that meet the same
 * rows are one case.
 *
 * @param constrained the rows with a condition on the term
 * @param cases all cases, those with a value first
 * @param caseOf tells which of the cases somebody is; empty when it is none of them
 */
record Dimension(BitSet constrained, List<Case> cases, Function<Somebody, Optional<Case>> caseOf) {

    /**
     * @param path how the rows reach the term
     * @param tests per row its conditions on the term, all with fixed values
     */
    static Dimension of(TermPath path, Term term, Map<Integer, List<Condition.Test>> tests) {
        BitSet constrained = new BitSet();
        tests.keySet().forEach(constrained::set);
        Map<Object, Case> distinct = new LinkedHashMap<>();
        for (Case each : raw(term, tests)) {
            distinct.merge(
                    List.of(each.met(), each.given()),
                    each,
                    (one, other) -> one.single() && !other.single() ? other : one);
        }
        List<Case> cases = List.copyOf(distinct.values());
        return new Dimension(constrained, cases, somebody -> {
            Optional<Value> value = somebody.values().apply(path);
            BitSet met = met(value.orElse(null), tests);
            return cases.stream()
                    .filter(each ->
                            each.given() == value.isPresent() && each.met().equals(met))
                    .findFirst();
        });
    }

    private static List<Case> raw(Term term, Map<Integer, List<Condition.Test>> tests) {
        List<Case> cases = new ArrayList<>();
        if (term.type().isNumeric() || term.type() == TermType.DATE) {
            stretches(term, tests, cases);
        } else {
            for (Value value : values(term, tests)) {
                cases.add(is(term, value, tests));
            }
        }
        boolean neverMissing =
                term.source() instanceof Source.Rules && term.fallback().isPresent();
        if (!neverMissing) {
            cases.add(new Case(
                    null,
                    false,
                    term.title().en() + " is missing",
                    term.title().de() + " fehlt",
                    true,
                    met(null, tests)));
        }
        return cases;
    }

    private static List<Value> values(Term term, Map<Integer, List<Condition.Test>> tests) {
        return switch (term.type()) {
            case YES_NO -> List.of(Value.of(true), Value.of(false));
            case CHOICE -> term.values().keySet().stream().map(Value::choice).toList();
            default -> {
                List<Value> mentioned = new ArrayList<>();
                tests.values()
                        .forEach(row -> row.forEach(test -> fixed(test).forEach(value -> {
                            if (!mentioned.contains(value)) {
                                mentioned.add(value);
                            }
                        })));
                mentioned.add(Value.text("\u2026"));
                yield mentioned;
            }
        };
    }

    private static Case is(Term term, Value value, Map<Integer, List<Condition.Test>> tests) {
        return new Case(
                value,
                true,
                term.title().en() + " is " + shown(term, value, true),
                term.title().de() + " ist " + shown(term, value, false),
                true,
                met(value, tests));
    }

    private static void stretches(Term term, Map<Integer, List<Condition.Test>> tests, List<Case> cases) {
        boolean whole = term.type() == TermType.COUNT || term.type() == TermType.DATE;
        double lowest = term.range().map(Term.Range::lowest).orElse(ValueReader.naturalLowest(term.type()));
        double highest = term.range().map(Term.Range::highest).orElse(ValueReader.naturalHighest(term.type()));
        TreeSet<Double> cuts = new TreeSet<>();
        tests.values().forEach(row -> row.forEach(test -> fixed(test).forEach(value -> cuts.add(number(value)))));
        double previous = lowest;
        boolean isCut = false;
        for (double cut : cuts) {
            between(term, previous, isCut, cut, lowest, highest, whole, tests, cases);
            if (cut >= lowest && cut <= highest) {
                cases.add(is(term, value(term, cut), tests));
            }
            isCut |= cut >= previous;
            previous = Math.max(previous, cut);
        }
        between(term, previous, isCut, highest, lowest, highest, whole, tests, cases);
    }

    /** The stretch strictly between two points, or up to an end of the range, that end included. */
    private static void between(
            Term term,
            double from,
            boolean isCut,
            double to,
            double lowest,
            double highest,
            boolean whole,
            Map<Integer, List<Condition.Test>> tests,
            List<Case> cases) {
        boolean open = from == lowest && !isCut;
        double inner = inner(from, open, to, highest, whole);
        if (Double.isNaN(inner)) {
            return;
        }
        String en = term.title().en() + " is ";
        String de = term.title().de() + " ist ";
        boolean end = to == highest;
        String a = Double.isFinite(from) ? shown(term, value(term, from), true) : "";
        String b = Double.isFinite(to) ? shown(term, value(term, to), true) : "";
        en += open ? "below " + b : end ? "above " + a : "between " + a + " and " + b;
        de += open ? "unter " + b : end ? "über " + a : "zwischen " + a + " und " + b;
        if (open && end) {
            en = term.title().en() + " is given";
            de = term.title().de() + " ist angegeben";
        }
        Value value = value(term, inner);
        cases.add(new Case(value, true, en, de, false, met(value, tests)));
    }

    private static double inner(double from, boolean open, double to, double highest, boolean whole) {
        if (from > to) {
            return Double.NaN;
        }
        double first = open ? (Double.isFinite(from) ? from : to - 1) : Math.nextUp(from);
        double last = to == highest ? (Double.isFinite(to) ? to : from + 1) : Math.nextDown(to);
        if (!Double.isFinite(from) && !Double.isFinite(to)) {
            return 0;
        }
        if (first > last) {
            return Double.NaN;
        }
        double middle = first + (last - first) / 2;
        if (!whole) {
            return middle;
        }
        double up = Math.ceil(first);
        return up <= last ? up : Double.NaN;
    }

    private static BitSet met(@Nullable Value value, Map<Integer, List<Condition.Test>> tests) {
        BitSet met = new BitSet();
        tests.forEach((row, all) -> {
            if (all.stream().allMatch(test -> holds(test, value))) {
                met.set(row);
            }
        });
        return met;
    }

    private static boolean holds(Condition.Test test, @Nullable Value value) {
        if (value == null || test.operator() == Operator.IS_MISSING || test.operator() == Operator.IS_GIVEN) {
            return (value == null) == (test.operator() == Operator.IS_MISSING);
        }
        List<Value> needed = fixed(test);
        return switch (test.operator()) {
            case IS, IS_ONE_OF -> needed.contains(value);
            case IS_NOT, IS_NONE_OF -> !needed.contains(value);
            case FROM -> number(value) >= number(needed.getFirst());
            case ABOVE, AFTER -> number(value) > number(needed.getFirst());
            case UP_TO -> number(value) <= number(needed.getFirst());
            case BELOW, BEFORE -> number(value) < number(needed.getFirst());
            case WITHIN_THE_LAST, CONTAINS, STARTS_WITH, IS_GIVEN, IS_MISSING ->
                throw new IllegalArgumentException("The test " + test + " cannot be told from fixed values.");
        };
    }

    static List<Value> fixed(Condition.Test test) {
        List<Value> values = new ArrayList<>();
        for (Operand operand : test.operands()) {
            if (operand instanceof Operand.Fixed(Value value)) {
                values.add(value);
            }
        }
        return values;
    }

    private static double number(Value value) {
        return switch (value) {
            case Value.Num(double number) -> number;
            case Value.Date(LocalDate day) -> day.toEpochDay();
            default -> throw new IllegalArgumentException("The value " + value + " has no order.");
        };
    }

    private static Value value(Term term, double number) {
        return term.type() == TermType.DATE ? Value.of(LocalDate.ofEpochDay((long) number)) : Value.of(number);
    }

    private static String shown(Term term, Value value, boolean english) {
        if (value instanceof Value.Choice(String key)) {
            var title = Objects.requireNonNull(term.values().get(key));
            return english ? title.en() : title.de();
        }
        if (value instanceof Value.YesNo(boolean yes)) {
            return english ? (yes ? "yes" : "no") : yes ? "ja" : "nein";
        }
        return value.toString();
    }
}
