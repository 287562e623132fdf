package org.lotse.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lotse.models.registry.Finding;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Progress;

class SuspectLeaksTest {
    private static final int ROWS = 4000;

    /** Leads with a source known before, and what the sales people write down while they work on them. */
    private static Table leads() {
        Random random = new Random(8);
        String[] won = new String[ROWS];
        String[] source = new String[ROWS];
        @Nullable String[] quality = new String[ROWS];
        String[] notable = new String[ROWS];
        double[] duration = new double[ROWS];
        double[] age = new double[ROWS];
        String[] outcomeBefore = new String[ROWS];
        String[] closeQuarter = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            boolean good = random.nextInt(3) == 0;
            boolean yes = random.nextDouble() < (good ? 0.6 : 0.25);
            won[row] = yes ? "1" : "0";
            source[row] = good ? "REFERRAL" : "SEARCH";
            quality[row] = random.nextInt(5) < 2 ? null : random.nextDouble() < (yes ? 0.7 : 0.4) ? "High" : "Low";
            notable[row] = random.nextDouble() < (yes ? 0.2 : 0.4) ? "Modified" : "Opened";
            duration[row] = (yes ? 400 : 150) * (0.3 + random.nextDouble());
            age[row] = 20 + random.nextInt(50);
            outcomeBefore[row] = random.nextDouble() < (yes ? 0.5 : 0.3) ? "success" : "failure";
            closeQuarter[row] = random.nextDouble() < (yes ? 0.6 : 0.5) ? "Q1" : "Q2";
        }
        return Generated.table(
                new Column.Texts("source", source),
                new Column.Texts("Lead Quality", quality),
                new Column.Texts("Last Notable Activity", notable),
                new Column.Numbers("duration", duration),
                new Column.Numbers("age", age),
                new Column.Texts("previous outcome", outcomeBefore),
                new Column.Texts("close_quarter", closeQuarter),
                new Column.Texts("won", won));
    }

    private static List<String> suspected(Table table) {
        TrainedModel model = new TrainModel()
                .train(
                        Generated.definition("name: won\ntask: binary\ntarget: won\ntrainer: linear\n"),
                        table,
                        Progress.SILENT,
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        return model.report().findings().stream()
                .filter(finding -> finding.code() == Finding.Code.LEAK_SUSPECTED)
                .map(Finding::subject)
                .toList();
    }

    @Test
    void findsWhatIsWrittenDownAfterwardsAndNothingElse() {
        assertThat(suspected(leads()))
                .containsExactlyInAnyOrder("Lead Quality", "Last Notable Activity", "duration", "close_quarter");
    }

    @Test
    void findsAValueThatAlwaysComesWithTheRarerOutcome() {
        Table table = leads();
        List<Column> columns = new ArrayList<>(table.columns());
        String[] welcome = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            welcome[row] = "1".equals(table.require("won", "test").text(row)) && row % 4 == 0 ? "sent" : "not sent";
        }
        columns.add(new Column.Texts("welcome letter", welcome));

        assertThat(suspected(new Table(columns, ROWS))).contains("welcome letter");
    }
}
