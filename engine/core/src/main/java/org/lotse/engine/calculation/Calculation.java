package org.lotse.engine.calculation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.lotse.engine.term.TermPath;

/** A calculation over terms. Absent when any term it needs has no number or the result is not finite. */
public sealed interface Calculation {
    /** A fixed number. */
    record Constant(double value) implements Calculation {}

    /** The number of a term. */
    record Of(TermPath term) implements Calculation {}

    /** Two parts joined by an arithmetic sign. */
    record Binary(Sign sign, Calculation left, Calculation right) implements Calculation {}

    /** A function of one or more parts. */
    record Call(Name name, List<Calculation> parts) implements Calculation {
        public Call {
            parts = List.copyOf(parts);
            if (parts.isEmpty() || name == Name.ROUND && parts.size() != 1) {
                throw new IllegalArgumentException(
                        "The function " + name + " does not take " + parts.size() + " parts.");
            }
        }
    }

    /** The arithmetic signs. */
    enum Sign {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY
    }

    /** The functions. */
    enum Name {
        MIN,
        MAX,
        /** To the nearest whole number, halves up. */
        ROUND
    }

    /**
     * The result for the given numbers.
     *
     * @param numbers the number of each term, empty where it has none
     */
    default OptionalDouble evaluate(Function<TermPath, OptionalDouble> numbers) {
        double result = number(term -> numbers.apply(term).orElse(Double.NaN));
        return Double.isNaN(result) ? OptionalDouble.empty() : OptionalDouble.of(result);
    }

    /**
     * The result for the given numbers; NaN where {@link #evaluate} has none.
     *
     * @param numbers the number of each term, NaN where it has none
     */
    default double number(ToDoubleFunction<TermPath> numbers) {
        return finite(
                switch (this) {
                    case Constant(double value) -> value;
                    case Of(TermPath term) -> numbers.applyAsDouble(term);
                    case Binary(Sign sign, Calculation left, Calculation right) ->
                        join(sign, left.number(numbers), right.number(numbers));
                    case Call(Name name, List<Calculation> parts) -> call(name, parts, numbers);
                });
    }

    /** Every term the calculation reads. */
    default SortedSet<TermPath> terms() {
        SortedSet<TermPath> terms = new TreeSet<>();
        switch (this) {
            case Constant ignored -> {}
            case Of(TermPath term) -> terms.add(term);
            case Binary(Sign ignored, Calculation left, Calculation right) -> {
                terms.addAll(left.terms());
                terms.addAll(right.terms());
            }
            case Call(Name ignored, List<Calculation> parts) -> parts.forEach(part -> terms.addAll(part.terms()));
        }
        return terms;
    }

    private static double call(Name name, List<Calculation> parts, ToDoubleFunction<TermPath> numbers) {
        double result = parts.getFirst().number(numbers);
        for (int part = 1; part < parts.size(); part++) {
            result = call(name, result, parts.get(part).number(numbers));
        }
        return name == Name.ROUND ? Math.floor(result + 0.5) : result;
    }

    /** Joins two numbers; NaN where one is. */
    static double join(Sign sign, double left, double right) {
        return switch (sign) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDED_BY -> left / right;
        };
    }

    /** The next step of a function over several parts; NaN where one is. */
    static double call(Name name, double sofar, double next) {
        return switch (name) {
            case MIN -> Math.min(sofar, next);
            case MAX -> Math.max(sofar, next);
            case ROUND -> sofar;
        };
    }

    /** The number, or NaN where it is not finite. */
    static double finite(double number) {
        return Double.isFinite(number) ? number : Double.NaN;
    }
}
