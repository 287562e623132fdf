package org.lotse.api.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lotse.engine.term.Period;

class ErasedSubjectsTest {
    private static final Instant ERASED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Period MONTH = Period.parse("30d");

    @Test
    void modelIsReplacedBeforeTheDeclaredPeriodIsOver() {
        assertThat(isDue(Duration.ofDays(20))).isFalse();
        assertThat(isDue(Duration.ofDays(27))).isTrue();
        assertThat(isDue(Duration.ofDays(60))).isTrue();
    }

    @Test
    void nobodyErasedIsNeverDue() {
        assertThat(ErasedSubjects.isDue(Optional.empty(), MONTH, ERASED)).isFalse();
    }

    private static boolean isDue(Duration later) {
        return ErasedSubjects.isDue(Optional.of(ERASED), MONTH, ERASED.plus(later));
    }
}
