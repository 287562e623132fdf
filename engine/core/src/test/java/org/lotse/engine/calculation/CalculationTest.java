package org.lotse.engine.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lotse.engine.term.TermPath;

class CalculationTest {
    private static final TermPath SCORE = TermPath.parse("lead-score");
    private static final Function<TermPath, OptionalDouble> SCORE_IS_8 =
            path -> path.equals(SCORE) ? OptionalDouble.of(8) : OptionalDouble.empty();

    @Test
    void capsAProduct() {
        Calculation capped = new Calculation.Call(
                Calculation.Name.MIN,
                List.of(
                        new Calculation.Constant(30),
                        new Calculation.Binary(
                                Calculation.Sign.TIMES, new Calculation.Of(SCORE), new Calculation.Constant(5))));

        assertThat(capped.evaluate(SCORE_IS_8)).hasValue(30);
        assertThat(capped.terms()).containsExactly(SCORE);
    }

    @Test
    void isAbsentWhenATermIsMissing() {
        Calculation sum = new Calculation.Binary(
                Calculation.Sign.PLUS, new Calculation.Of(TermPath.parse("churn")), new Calculation.Constant(1));

        assertThat(sum.evaluate(SCORE_IS_8)).isEmpty();
    }

    @Test
    void isAbsentWhenTheResultIsNotFinite() {
        Calculation division = new Calculation.Binary(
                Calculation.Sign.DIVIDED_BY, new Calculation.Constant(1), new Calculation.Constant(0));

        assertThat(division.evaluate(SCORE_IS_8)).isEmpty();
    }

    @Test
    void roundsHalvesUp() {
        Calculation rounded = new Calculation.Call(Calculation.Name.ROUND, List.of(new Calculation.Constant(2.5)));

        assertThat(rounded.evaluate(SCORE_IS_8)).hasValue(3);
    }
}
