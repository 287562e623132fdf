package org.lotse.api.rule;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lotse.rules.finding.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tried promises in the database; for a day, as customers and calendars change. */
@Component
class JdbcTriedPromises implements TriedPromises {
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final Duration VALID = Duration.ofDays(1);

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    JdbcTriedPromises(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<List<Finding>> find(String version) {
        return database.sql("select findings from rule_promise_trial where version = ? and tried_at > ?")
                .param(version)
                .param(Timestamp.from(clock.instant().minus(VALID)))
                .query((row, number) -> row.getString(1))
                .optional()
                .map(findings -> json.readValue(findings, FINDINGS));
    }

    @Override
    public void keep(String version, List<Finding> findings) {
        database.sql("""
                        insert into rule_promise_trial (version, findings, tried_at) values (:version, :findings::jsonb, :at)
                        on conflict (version) do update set findings = excluded.findings, tried_at = excluded.tried_at""")
                .param("version", version)
                .param("findings", json.writeValueAsString(findings))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
