package org.lotse.api.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTest {
    @Test
    void readsWhatItWrites() {
        for (String text : new String[] {"2026-11-20", "2026-W47", "2026-W01", "2026-02", "2026-Q4", "2026"}) {
            assertThat(Period.parse(text).orElseThrow()).hasToString(text);
        }
        assertThat(Period.parse("2026-W47").orElseThrow().begin()).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(Period.parse("2026-Q4").orElseThrow().begin()).isEqualTo(LocalDate.of(2026, 10, 1));
        for (String text : new String[] {"2026-13", "2026-W54", "yesterday", "2026-Q5", ""}) {
            assertThat(Period.parse(text)).isEmpty();
        }
    }

    @Test
    void periodsFollowEachOtherWithoutAGapAcrossTheEndOfSummerTime() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        for (Period.Kind kind : Period.Kind.values()) {
            Period period = kind.of(LocalDate.of(2026, 10, 25));
            for (int back = 0; back < 30; back++) {
                Period before = period.minus(1);
                assertThat(before.until(zone)).isEqualTo(period.from(zone));
                assertThat(before.kind().of(before.begin())).isEqualTo(before);
                period = before;
            }
        }
    }
}
