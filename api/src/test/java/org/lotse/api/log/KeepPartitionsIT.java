package org.lotse.api.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.decision.RuleSets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class KeepPartitionsIT {
    private static final Instant OLD = Instant.parse("2010-03-15T12:00:00Z");

    @Autowired
    private KeepPartitions partitions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private RuleSets rules;

    @Test
    void partitionsOfTheNextMonthsAreReady() {
        partitions.make(OLD);

        assertThat(database.sql("select to_regclass('decision_log_service_2010_05') is not null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(database.sql("select to_regclass('decision_log_marketing_2010_02') is not null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void eachPurposeIsDroppedWhenItsTimeIsOver() {
        partitions.make(OLD);

        // Marketing is kept two years, service three (settings.yaml).
        partitions.drop(Instant.parse("2012-06-15T00:00:00Z"), rules.active().settings());

        assertThat(exists("decision_log_marketing_2010_05")).isFalse();
        assertThat(exists("decision_log_service_2010_05")).isTrue();
        assertThat(database.sql(
                                "select count(*) from decision_expired where kept = 'MARKETING' and month = '2010-05-01'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private boolean exists(String table) {
        return database.sql("select to_regclass(?) is not null")
                .param(table)
                .query(Boolean.class)
                .single();
    }
}
