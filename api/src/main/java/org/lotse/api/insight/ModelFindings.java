package org.lotse.api.insight;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the watch over models found, kept: open as long as it is found again. Thread-safe. */
@Component
@Transactional
public class ModelFindings {
    private final JdbcClient database;

    ModelFindings(JdbcClient database) {
        this.database = database;
    }

    /** The findings about a model, open ones first, then the latest. */
    @Transactional(readOnly = true)
    public List<ModelFinding> of(String model) {
        return database.sql("""
                        select * from model_finding where model = ?
                        order by ended_at is not null, last_seen desc, number desc limit 100""")
                .param(model)
                .query((row, number) -> new ModelFinding(
                        row.getString("model"),
                        row.getString("version"),
                        DriftReport.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getDouble("size"),
                        row.getDouble("p"),
                        row.getTimestamp("first_seen").toInstant(),
                        row.getTimestamp("last_seen").toInstant(),
                        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant)))
                .list();
    }

    /** How many findings about a model are open. */
    @Transactional(readOnly = true)
    public int open(String model) {
        return database.sql("select count(*) from model_finding where model = ? and ended_at is null")
                .param(model)
                .query(Integer.class)
                .single();
    }

    /** Keeps what a report says: what changed is open, what has not any more is over. */
    void keep(DriftReport report) {
        Timestamp at = Timestamp.from(report.at());
        for (DriftReport.Watched one : report.watched()) {
            switch (one.verdict()) {
                case CHANGED ->
                    database.sql("""
                                    insert into model_finding (model, version, kind, name, size, p, first_seen, last_seen)
                                    values (?, ?, ?, ?, ?, ?, ?, ?)
                                    on conflict (model, kind, name) where ended_at is null do update
                                        set version = excluded.version, size = excluded.size, p = excluded.p,
                                            last_seen = excluded.last_seen""")
                            .params(
                                    report.model(),
                                    report.version(),
                                    one.kind().name(),
                                    one.name(),
                                    one.size(),
                                    one.p(),
                                    at,
                                    at)
                            .update();
                case STEADY -> end(report.model(), one, report.at());
                case TOO_FEW -> {}
            }
        }
    }

    private void end(String model, DriftReport.Watched one, Instant at) {
        database.sql(
                        "update model_finding set ended_at = ? where model = ? and kind = ? and name = ? and ended_at is null")
                .params(Timestamp.from(at), model, one.kind().name(), one.name())
                .update();
    }
}
