package org.lotse.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.LeftOut;
import org.lotse.models.signal.ReadCsv;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Progress;

/** What people deliver by mistake: either it does no harm, or it is named with the way out. */
class BadInputTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String BINARY = "name: t\ntask: binary\ntarget: y\npositive: \"1\"\ntrainer: linear\n";

    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void aTargetThatIsMissingEverywhereIsNamed() {
        Table table = csv("x;y", row -> row % 7 + ";", 60);

        assertThatThrownBy(() -> train(BINARY, table))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("\"y\"");
    }

    @Test
    void withoutAnySignalItIsSaidWhyThereIsNone() {
        Table table = csv("x;z;y", row -> ";;" + (row % 3 == 0 ? 1 : 0), 300);

        assertThatThrownBy(() -> train(BINARY, table))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContainingAll("signal", "x (ALL_MISSING)", "Maybe");
    }

    @Test
    void tenThousandCategoriesTeachNothingAndDoNoHarm() {
        Table table = csv(
                "town;x;y",
                row -> {
                    int x = random.nextInt(10);
                    return "town-" + random.nextInt(10_000) + ";" + x + ";" + (random.nextInt(10) < x ? 1 : 0);
                },
                12_000);

        TrainedModel model = train(BINARY + "split: {folds: 2}\n", table);

        assertThat(auc(model)).isBetween(0.75, 0.9);
        assertThat(model.answers(csv("town;x", row -> "nowhere;5", 1))[0]).isBetween(0.3, 0.7);
    }

    @Test
    void datesInThreeFormatsInOneColumnAreNoNumbersByAccident() {
        Table table = csv(
                "day;x;y",
                row -> {
                    int day = 1 + row % 28;
                    String date = switch (row % 3) {
                        case 0 -> "2024-03-%02d".formatted(day);
                        case 1 -> "%02d.03.2024".formatted(day);
                        default -> "03/%02d/2024".formatted(day);
                    };
                    int x = random.nextInt(10);
                    return date + ";" + x + ";" + (random.nextInt(10) < x ? 1 : 0);
                },
                900);

        TrainedModel model = train(BINARY, table);

        assertThat(auc(model)).as("the other column still teaches").isBetween(0.72, 0.9);
        assertThat(model.answers(csv("day;x", row -> "12.03.2024;9", 1))[0]).isGreaterThan(0.6);
    }

    @Test
    void whatIsNoNumberOrWithoutEndIsMissing() {
        Table table = csv(
                "x;z;y",
                row -> {
                    int x = random.nextInt(10);
                    String cell = switch (row % 10) {
                        case 0 -> "NaN";
                        case 1 -> "Infinity";
                        case 2 -> "-inf";
                        default -> x + ",5";
                    };
                    return cell + ";" + row % 4 + ";" + (random.nextInt(10) < x ? 1 : 0);
                },
                900);

        TrainedModel model = train(BINARY, table);

        double[] answers =
                model.answers(csv("x;z", row -> (row == 0 ? "Infinity" : row == 1 ? "" : "1e999") + ";1", 3));
        assertThat(Arrays.stream(answers).boxed()).allMatch(answer -> answer > 0 && answer < 1);
        assertThat(answers[0]).isEqualTo(answers[1]).isEqualTo(answers[2]);
    }

    @Test
    void anAmountWithoutEndIsNamed() {
        Table table = csv("x;y", row -> row % 50 + ";" + (row == 3 ? "Infinity" : row % 50 + random.nextInt(3)), 400);

        assertThatThrownBy(() -> train("name: t\ntask: regression\ntarget: y\ntrainer: linear\n", table))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContainingAll("\"y\"", "Infinity", "row");
    }

    @Test
    void anIdentifierIsNoSignal() {
        TrainedModel model =
                train("name: c\ntask: binary\ntarget: Churn\npositive: \"Yes\"\n", Generated.churn(600, 2));

        assertThat(model.report().leftOut()).extracting(LeftOut::name).contains("customerID");
    }

    private static double auc(TrainedModel model) {
        return ((Evaluation.Probabilities) model.report().evaluation()).auc().value();
    }

    private static TrainedModel train(String definition, Table table) {
        return new TrainModel().train(Generated.definition(definition), table, Progress.SILENT, CLOCK);
    }

    private static Table csv(String headings, IntFunction<String> line, int rows) {
        StringBuilder text = new StringBuilder(headings).append('\n');
        for (int row = 0; row < rows; row++) {
            text.append(line.apply(row)).append('\n');
        }
        return new ReadCsv().read("test", text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
