package org.lotse.engine.calculation;

import java.util.List;
import java.util.function.ToIntFunction;
import org.lotse.engine.term.TermPath;

/** A calculation that reads its terms by place instead of by name. Immutable. */
public sealed interface Placed {
    /** Where the numbers come from. */
    @FunctionalInterface
    interface Numbers {
        /** The number at a place; NaN when there is none. */
        double at(int place);
    }

    /** The result; NaN when a term it needs has no number or the result is not finite. */
    double evaluate(Numbers numbers);

    /**
     * The calculation with each term found once.
     *
     * @param places the place of a term
     */
    static Placed of(Calculation calculation, ToIntFunction<TermPath> places) {
        return switch (calculation) {
            case Calculation.Constant(double value) -> new Constant(value);
            case Calculation.Of(TermPath term) -> new Read(places.applyAsInt(term));
            case Calculation.Binary(var sign, var left, var right) ->
                new Binary(sign, of(left, places), of(right, places));
            case Calculation.Call(var name, var parts) ->
                new Call(name, parts.stream().map(part -> of(part, places)).toList());
        };
    }

    /** A fixed number. */
    record Constant(double value) implements Placed {
        @Override
        public double evaluate(Numbers numbers) {
            return Calculation.finite(value);
        }
    }

    /** What lies at a place. */
    record Read(int place) implements Placed {
        @Override
        public double evaluate(Numbers numbers) {
            return Calculation.finite(numbers.at(place));
        }
    }

    /** Two parts joined. */
    record Binary(Calculation.Sign sign, Placed left, Placed right) implements Placed {
        @Override
        public double evaluate(Numbers numbers) {
            return Calculation.finite(Calculation.join(sign, left.evaluate(numbers), right.evaluate(numbers)));
        }
    }

    /** A function of parts. */
    record Call(Calculation.Name name, List<Placed> parts) implements Placed {
        @Override
        public double evaluate(Numbers numbers) {
            double result = parts.getFirst().evaluate(numbers);
            for (int part = 1; part < parts.size(); part++) {
                result = Calculation.call(name, result, parts.get(part).evaluate(numbers));
            }
            return Calculation.finite(name == Calculation.Name.ROUND ? Math.floor(result + 0.5) : result);
        }
    }
}
