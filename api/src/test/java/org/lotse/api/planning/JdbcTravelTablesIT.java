package org.lotse.api.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.planning.routes.TravelTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Taken back after each test: the fifty tables that are kept are everybody's. */
@ServiceTest
@Transactional
class JdbcTravelTablesIT {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final double A_SECOND = 1 / 60.0;

    @Autowired
    private JdbcClient database;

    @Test
    void aTableIsFoundAgainExactToTheSecond() {
        String key = key();
        TravelTable table =
                new TravelTable(2, new double[] {0, 61.123456, 59.987654, 0}, new double[] {0, 812.3456, 799.9, 0});

        at(NOON).keep(key, table);
        TravelTable found = at(NOON).find(key).orElseThrow();

        assertThat(found.size()).isEqualTo(2);
        assertThat(found.minutes()).containsExactly(table.minutes(), within(A_SECOND));
        assertThat(found.kilometres()).containsExactly(table.kilometres(), within(0.001));
    }

    @Test
    void aWayThatIsNotThereStaysOne() {
        String key = key();
        at(NOON).keep(key, new TravelTable(1, new double[] {Double.POSITIVE_INFINITY}, new double[] {
            Double.POSITIVE_INFINITY
        }));

        assertThat(at(NOON).find(key).orElseThrow().minutes()).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void nobodyFindsWhatWasNotKept() {
        assertThat(at(NOON).find(key())).isEmpty();
    }

    @Test
    void keepingTwiceIsHarmless() {
        String key = key();
        TravelTable first = table(1);

        at(NOON).keep(key, first);
        at(NOON).keep(key, table(2));

        assertThat(at(NOON).find(key).orElseThrow().minutes()).containsExactly(first.minutes());
    }

    @Test
    void theOldestMakeRoom() {
        String oldest = key();
        String second = key();
        at(NOON.plusSeconds(1_000_000_000)).keep(oldest, table(1));
        at(NOON.plusSeconds(1_000_000_001)).keep(second, table(1));

        for (int i = 2; i <= 50; i++) {
            at(NOON.plusSeconds(1_000_000_000L + i)).keep(key(), table(1));
        }

        assertThat(at(NOON).find(oldest)).isEmpty();
        assertThat(at(NOON).find(second)).isPresent();
    }

    private static TravelTable table(double minutes) {
        return new TravelTable(1, new double[] {minutes}, new double[] {0});
    }

    private static String key() {
        return "test-" + UUID.randomUUID();
    }

    private JdbcTravelTables at(Instant now) {
        return new JdbcTravelTables(database, Clock.fixed(now, ZoneOffset.UTC));
    }
}
