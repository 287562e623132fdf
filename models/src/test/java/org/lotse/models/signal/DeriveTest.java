package org.lotse.models.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lotse.models.Generated;
import org.lotse.models.signal.Derivation.Kind;

class DeriveTest {
    private static final Table VISITS = Generated.table(
            new Column.Texts("patient", new String[] {"a", "a", "b", "a"}),
            new Column.Texts("made", new String[] {
                "2026-01-05T08:30:00", "2026-01-09T12:00:00", "2026-01-05T08:30:00", "2026-01-20T10:00:00"
            }),
            new Column.Texts("day", new String[] {"2026-01-12", "2026-01-12", "2026-01-12", "2026-01-22"}),
            new Column.Texts("missed", new String[] {"Yes", "No", "Yes", "No"}));

    private static double[] values(Kind kind, String... columns) {
        Derivation derivation = new Derivation(kind, List.of(columns), 0.2, "Yes");
        Column column = Derive.beside(VISITS, List.of(derivation)).require(derivation.name(), "test");
        double[] values = new double[column.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.number(row, NumberForm.PLAIN);
        }
        return values;
    }

    @Test
    void readsWeekdaysHoursAndDaysBetween() {
        assertThat(values(Kind.WEEKDAY, "day")).containsExactly(1, 1, 1, 4);
        assertThat(values(Kind.HOUR, "made")[0]).isEqualTo(8.5, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(values(Kind.DAYS_BETWEEN, "made", "day")).containsExactly(7, 3, 7, 2);
    }

    @Test
    void knowsOfASubjectsPastOnlyWhatWasKnownThen() {
        assertThat(values(Kind.EARLIER, "patient", "made")).containsExactly(0, 1, 0, 2);
        assertThat(values(Kind.EARLIER_KNOWN, "patient", "made", "day")).containsExactly(0, 0, 0, 2);
        assertThat(values(Kind.SAME_DAY, "patient", "made", "day")).containsExactly(1, 2, 1, 1);
        assertThat(values(Kind.SINCE_LAST, "patient", "made", "day")[3]).isEqualTo(8);
        assertThat(values(Kind.EARLIER_SHARE, "patient", "made", "day", "missed"))
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, (1 + 3 * 0.2) / 5);
    }

    @Test
    void hasNoOutcomesWhereTheTargetIsNotThere() {
        Derivation share = new Derivation(Kind.EARLIER_SHARE, List.of("patient", "made", "day", "missed"), 0.2, "Yes");
        Table without = new Table(VISITS.columns().subList(0, 3), VISITS.rows());

        assertThat(Derive.beside(without, List.of(share))
                        .require(share.name(), "test")
                        .text(3))
                .isNull();
    }
}
