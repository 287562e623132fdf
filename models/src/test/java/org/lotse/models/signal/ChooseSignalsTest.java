package org.lotse.models.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lotse.models.Generated;
import org.lotse.models.definition.ModelProblem;

class ChooseSignalsTest {
    private static final ChooseSignals CHOOSING = new ChooseSignals();

    private static Table csv(String heading, java.util.function.IntFunction<String> line) {
        StringBuilder text = new StringBuilder(heading).append('\n');
        for (int i = 0; i < 100; i++) {
            text.append(line.apply(i)).append('\n');
        }
        return new ReadCsv().read("data.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysWhyAColumnIsNoSignal() {
        Table table = csv(
                "code,row_id,same,twice,twin,gender,blank,x,y",
                i -> "k%d,%d,1,%d,%d,%s,,%d,%d"
                        .formatted(i, i, i % 7, i % 7, i % 2 == 0 ? "f" : "m", i % 5, i % 3 == 0 ? 1 : 0));

        ChooseSignals.Choice choice =
                CHOOSING.choose(table, Generated.definition("name: t\ntask: binary\ntarget: y\nsensitive: [gender]\n"));

        assertThat(choice.signals().names()).containsExactly("twice", "x");
        assertThat(choice.leftOut())
                .contains(
                        new LeftOut("code", LeftOut.Why.IDENTIFIER),
                        new LeftOut("row_id", LeftOut.Why.IDENTIFIER),
                        new LeftOut("same", LeftOut.Why.CONSTANT),
                        new LeftOut("twin", LeftOut.Why.DUPLICATE),
                        new LeftOut("gender", LeftOut.Why.SENSITIVE),
                        new LeftOut("blank", LeftOut.Why.ALL_MISSING),
                        new LeftOut("y", LeftOut.Why.TARGET));
    }

    @Test
    void infersNumbersDecimalCommasDatesAndCategories() {
        Table table = csv(
                "plain;comma;day;german;kind;dirty;y",
                i -> "%d;%d,5;2024-01-%02d;%d.%d.2024;%s;%s;%d"
                        .formatted(
                                i % 50,
                                i % 40,
                                1 + i % 28,
                                1 + i % 28,
                                1 + i % 12,
                                i % 2 == 0 ? "A" : "B",
                                i % 9 == 0 ? "NaN" : "" + i % 10,
                                i % 2));

        Signals signals = CHOOSING.choose(table, Generated.definition("name: t\ntask: binary\ntarget: y\n"))
                .signals();

        assertThat(signals.signals())
                .filteredOn(Signal.Numeric.class::isInstance)
                .extracting(signal -> ((Signal.Numeric) signal).form())
                .containsExactly(
                        NumberForm.PLAIN,
                        NumberForm.DECIMAL_COMMA,
                        NumberForm.ISO_DATE,
                        NumberForm.GERMAN_DATE,
                        NumberForm.PLAIN);
        assertThat(signals.signals().get(signals.indexOf("kind"))).isInstanceOf(Signal.Category.class);
    }

    @Test
    void putsRareUnknownAndMissingValuesIntoSlotsOfTheirOwn() {
        Signal.Category category = new Signal.Category("kind", java.util.List.of("A", "B"));
        Signal.Numeric numeric = new Signal.Numeric("n", NumberForm.PLAIN, new double[] {1, 5});

        assertThat(category.code("B")).isEqualTo(1);
        assertThat(category.code("never seen")).isEqualTo(2);
        assertThat(category.code(null)).isEqualTo(3);
        assertThat(numeric.slot(1)).isZero();
        assertThat(numeric.slot(1.1)).isEqualTo(1);
        assertThat(numeric.slot(99)).isEqualTo(2);
        assertThat(numeric.slot(Double.NaN)).isEqualTo(3);
    }

    @Test
    void givesAValueThatFillsABinAloneItsOwn() {
        double[] sorted = new double[1000];
        for (int i = 500; i < 1000; i++) {
            sorted[i] = i;
        }

        double[] cuts = Bins.cuts(sorted, 12);

        assertThat(cuts[0]).isBetween(0.1, 500.0);
        assertThat(cuts).hasSizeBetween(8, 11).isSorted();
    }

    @Test
    void namesUnknownColumnsOfTheDefinition() {
        Table table = Generated.churn(50, 1);

        assertThatThrownBy(() -> CHOOSING.choose(
                        table, Generated.definition("name: t\ntask: binary\ntarget: Churn\nexclude: [tenur]\n")))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("\"tenur\"")
                .hasMessageContaining("tenure");
    }
}
