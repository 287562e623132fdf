package org.lotse.models.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lotse.models.Generated;
import org.lotse.models.TrainModel;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.scoring.Link;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.LeftOut;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Progress;

/** Calls of shops and offices with known truth: hours by kind, a trait of each customer, attempts that stop at success. */
class ReachTest {
    private static final ModelDefinition DEFINITION = Generated.definition("""
            name: reach
            task: reachability
            target: reached
            positive: "1"
            split: {folds: 3}
            """);
    private static Made made = new Made(1, 2);
    private static TrainedModel model;

    /** The calls, and how probable each really was. */
    private static final class Made {
        private final List<String[]> rows = new ArrayList<>();
        private final List<Double> truth = new ArrayList<>();

        Made(long seed, int customers) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int customer = 0; customer < customers; customer++) {
                boolean shop = random.nextBoolean();
                double own = 1.2 * gauss(random);
                LocalDate day = LocalDate.of(2025, 1, 6);
                for (int sequence = 0; sequence < 4; sequence++) {
                    day = day.plusDays(30 + random.nextInt(40));
                    for (int attempt = 1; attempt <= 3; attempt++) {
                        day = day.plusDays(1 + (day.getDayOfWeek().getValue() >= 5 ? 2 : 0));
                        int hour = 8 + random.nextInt(10);
                        double p = Link.sigmoid(own + (shop ? (hour - 13) * 0.35 : (13 - hour) * 0.35) + 0.6);
                        boolean reached = random.nextDouble() < p;
                        rows.add(new String[] {
                            "c" + customer,
                            day.toString(),
                            "" + (day.getDayOfWeek().getValue() - 1),
                            "" + hour,
                            "" + attempt,
                            shop ? "shop" : "office",
                            reached ? "1" : "0"
                        });
                        truth.add(p);
                        if (reached) {
                            break;
                        }
                    }
                }
            }
        }

        private static double gauss(SplittableRandom random) {
            return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        }

        Table table() {
            return table(rows);
        }

        static Table table(List<String[]> rows) {
            String[] names = {"customer_id", "date", "weekday", "hour", "attempt", "type", "reached"};
            return new Table(
                    IntStream.range(0, names.length)
                            .<Column>mapToObj(i -> new Column.Texts(
                                    names[i], rows.stream().map(row -> row[i]).toArray(String[]::new)))
                            .toList(),
                    rows.size());
        }
    }

    @BeforeAll
    static void train() {
        made = new Made(7, 700);
        model = new TrainModel()
                .train(
                        DEFINITION,
                        made.table(),
                        Progress.SILENT,
                        Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC));
    }

    private static double chance(TrainedModel asked, String[]... rows) {
        double[] answers = asked.answers(Made.table(List.of(rows)));
        return answers[answers.length - 1];
    }

    @Test
    void closesMostOfTheGapToTheTruth() {
        double truth = 0;
        for (int row = 0; row < made.rows.size(); row++) {
            double p = made.truth.get(row);
            truth -= (made.rows.get(row)[6].equals("1") ? Math.log(p) : Math.log(1 - p)) / made.rows.size();
        }
        Evaluation.Probabilities found =
                (Evaluation.Probabilities) model.report().evaluation();

        assertThat((found.baseLogLoss() - found.logLoss()) / (found.baseLogLoss() - truth))
                .isGreaterThan(0.5);
        assertThat(found.calibrationError()).isLessThan(found.calibrationFloor95() + 0.01);
    }

    @Test
    void ownCallsSayMoreThanTheKindAlone() {
        assertThat(model.report().candidates().getLast().loss())
                .isLessThan(model.report().candidates().getFirst().loss() - 0.01);
    }

    @Test
    void knowsTheHoursOfKinds() {
        String[] early = {"new", null, "0", "9", null, "shop", null};
        String[] late = {"new", null, "0", "17", null, "shop", null};

        assertThat(chance(model, late)).isGreaterThan(chance(model, early) + 0.2);
    }

    @Test
    void resultsOfEarlierDaysCountAndLaterOnesDoNot() {
        String[] asked = {"new", "2026-03-04", "2", "12", null, "shop", null};
        double unknown = chance(model, asked);
        String[] missed = {"new", "2026-03-02", "0", "12", "1", "shop", "0"};
        String[] sameDay = {"new", "2026-03-04", "2", "10", "1", "shop", "0"};
        String[] later = {"new", "2026-03-05", "3", "12", "1", "shop", "0"};

        assertThat(chance(model, missed, asked)).isLessThan(unknown - 0.03);
        assertThat(chance(model, sameDay, later, asked)).isEqualTo(unknown, within(1e-12));
    }

    @Test
    void remembersTheCallsItLearnedFrom() {
        double best = 0;
        double worst = 1;
        for (int customer = 0; customer < 60; customer++) {
            double own = chance(model, new String[] {"c" + customer, null, "0", "13", null, "shop", null});
            best = Math.max(best, own);
            worst = Math.min(worst, own);
        }

        assertThat(best - worst).isGreaterThan(0.25);
    }

    @Test
    void leavesOutTheCountOfAttempts() {
        assertThat(model.report().leftOut()).contains(new LeftOut("attempt", LeftOut.Why.HISTORY));
    }

    @Test
    void predictsTheSameWhenLoaded() {
        TrainedModel loaded = TrainedModel.fromBytes(model.toBytes());

        assertThat(loaded.version()).isEqualTo(model.version());
        assertThat(loaded.answers(made.table())).containsExactly(model.answers(made.table()));
    }

    @Test
    void refusesCallsWithoutAnHour() {
        Table all = made.table();
        Table without = new Table(
                all.columns().stream()
                        .filter(column -> !column.name().equals("hour"))
                        .toList(),
                all.rows());

        assertThatThrownBy(() -> new TrainModel().train(DEFINITION, without, Progress.SILENT, Clock.systemUTC()))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("hour");
    }
}
