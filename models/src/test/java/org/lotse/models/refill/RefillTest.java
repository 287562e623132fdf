package org.lotse.models.refill;

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
import org.lotse.models.registry.PredictionTable;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Progress;

/** Toner lasts about 180 days and paper about 40; some offices print twice as much as others. */
class RefillTest {
    private static final ModelDefinition DEFINITION = Generated.definition("name: refill\ntask: replenishment\n");
    private static final LocalDate START = LocalDate.of(2023, 1, 2);
    private static final List<String[]> ROWS = new ArrayList<>();
    private static TrainedModel model;
    private static RefillModel refill;

    @BeforeAll
    static void train() {
        SplittableRandom random = new SplittableRandom(3);
        for (int customer = 0; customer < 150; customer++) {
            double speed = customer % 3 == 0 ? 0.5 : 1;
            for (String product : List.of("toner", "paper")) {
                double usual = (product.equals("toner") ? 180 : 40) * speed;
                LocalDate day = START.plusDays(random.nextInt(120));
                while (day.isBefore(START.plusDays(900))) {
                    int quantity = 1 + random.nextInt(2);
                    ROWS.add(new String[] {"c" + customer, product, day.toString(), "" + quantity});
                    double factor = Math.exp(0.2 * (random.nextDouble() + random.nextDouble() - 1));
                    day = day.plusDays(Math.round(usual * quantity * factor));
                }
            }
        }
        model = new TrainModel()
                .train(
                        DEFINITION,
                        table(ROWS),
                        Progress.SILENT,
                        Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC));
        refill = model.refill().orElseThrow();
    }

    private static Table table(List<String[]> rows) {
        String[] names = {"customer", "product", "date", "quantity"};
        return new Table(
                IntStream.range(0, names.length)
                        .<Column>mapToObj(i -> new Column.Texts(
                                names[i], rows.stream().map(row -> row[i]).toArray(String[]::new)))
                        .toList(),
                rows.size());
    }

    private static Supplies bought(String product, int quantity, long... days) {
        Supplies own = new Supplies();
        for (long day : days) {
            own.add(new Supplies.Key("new", product), day, quantity);
        }
        return own;
    }

    @Test
    void knowsWhatIsUsualForAProduct() {
        RefillModel.Due toner = refill.due(bought("toner", 1, 0), 10).getFirst();
        RefillModel.Due paper = refill.due(bought("paper", 1, 0), 10).getFirst();

        assertThat(toner.interval()).isBetween(110.0, 200.0);
        assertThat(paper.interval()).isBetween(25.0, 45.0);
        assertThat(toner.in(10)).isEqualTo(toner.interval() - 10, within(1e-9));
        assertThat(toner.low()).isLessThan(toner.interval());
        assertThat(toner.high()).isGreaterThan(toner.interval());
    }

    @Test
    void isDrawnToTheCustomersOwnTheMoreIntervalsThereAre() {
        double none = refill.due(bought("paper", 1, 0), 0).getFirst().interval();
        double one = refill.due(bought("paper", 1, 0, 80), 80).getFirst().interval();
        double four = refill.due(bought("paper", 1, 0, 80, 160, 240, 320), 320)
                .getFirst()
                .interval();

        assertThat(none).isLessThan(one);
        assertThat(one).isLessThan(four);
        assertThat(four).isLessThan(80);
    }

    @Test
    void whoPrintsMuchNeedsOtherThingsSoonerToo() {
        Supplies quick = bought("paper", 1, 0, 18, 36, 54);
        quick.add(new Supplies.Key("new", "toner"), 54, 1);

        double usual = refill.due(bought("toner", 1, 54), 54).getFirst().interval();
        RefillModel.Due toner = refill.due(quick, 54).stream()
                .filter(due -> due.product().equals("toner"))
                .findFirst()
                .orElseThrow();

        assertThat(toner.interval()).isLessThan(0.85 * usual);
    }

    @Test
    void twiceAsMuchLastsLonger() {
        assertThat(refill.due(bought("paper", 2, 0), 0).getFirst().interval())
                .isGreaterThan(
                        1.5 * refill.due(bought("paper", 1, 0), 0).getFirst().interval());
    }

    @Test
    void whatIsLongOverdueIsGivenUp() {
        assertThat(refill.due(bought("paper", 1, 0), 400)).isEmpty();
    }

    @Test
    void isBetterForwardInTimeThanWhatIsUsualForTheProduct() {
        assertThat(model.report().candidates().getLast().loss())
                .isLessThan(0.8 * model.report().candidates().getFirst().loss());
    }

    @Test
    void namesCustomerAndProductAndIsTheSameWhenLoaded() {
        PredictionTable table = model.predict(table(ROWS));

        assertThat(table.toCsv()).startsWith("customer,product,interval,low,high,dueIn,intervals\nc0,paper,");
        assertThat(TrainedModel.fromBytes(model.toBytes()).predict(table(ROWS))).isEqualTo(table);
    }

    @Test
    void refusesWhatNobodyBuysTwice() {
        List<String[]> once =
                List.of(new String[] {"a", "toner", "2025-01-01", "1"}, new String[] {"b", "toner", "2025-02-01", "1"});

        assertThatThrownBy(() -> new TrainModel().train(DEFINITION, table(once), Progress.SILENT, Clock.systemUTC()))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("same product again");
    }
}
