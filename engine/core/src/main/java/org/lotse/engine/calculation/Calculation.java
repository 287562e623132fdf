package org.lotse.engine.calculation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
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
        return finite(
                switch (this) {
                    case Constant(double value) -> OptionalDouble.of(value);
                    case Of(TermPath term) -> numbers.apply(term);
                    case Binary(Sign sign, Calculation left, Calculation right) ->
                        join(sign, left.evaluate(numbers), right.evaluate(numbers));
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

    private static OptionalDouble join(Sign sign, OptionalDouble left, OptionalDouble right) {
        if (left.isEmpty() || right.isEmpty()) {
            return OptionalDouble.empty();
        }
        double a = left.getAsDouble();
        double b = right.getAsDouble();
        return OptionalDouble.of(
                switch (sign) {
                    case PLUS -> a + b;
                    case MINUS -> a - b;
                    case TIMES -> a * b;
                    case DIVIDED_BY -> a / b;
                });
    }

    private static OptionalDouble call(Name name, List<Calculation> parts, Function<TermPath, OptionalDouble> numbers) {
        OptionalDouble[] values =
                parts.stream().map(part -> part.evaluate(numbers)).toArray(OptionalDouble[]::new);
        if (Arrays.stream(values).anyMatch(OptionalDouble::isEmpty)) {
            return OptionalDouble.empty();
        }
        double[] present =
                Arrays.stream(values).mapToDouble(OptionalDouble::getAsDouble).toArray();
        return switch (name) {
            case MIN -> Arrays.stream(present).min();
            case MAX -> Arrays.stream(present).max();
            case ROUND -> OptionalDouble.of(Math.floor(present[0] + 0.5));
        };
    }

    private static OptionalDouble finite(OptionalDouble result) {
        return result.isPresent() && Double.isFinite(result.getAsDouble()) ? result : OptionalDouble.empty();
    }
}
