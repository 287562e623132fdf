package org.lotse.api.population;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.lotse.engine.term.Statistics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The snapshots of the database; the youngest is held in memory, also when another instance computed it. Thread-safe. */
@Component
class JdbcPopulation {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcPopulation.class);
    private static final int KEPT = 30;

    private final JdbcClient database;
    private volatile Statistics current = Statistics.NONE;

    JdbcPopulation(JdbcClient database) {
        this.database = database;
    }

    /** The youngest snapshot's basis and age. */
    record Latest(String version, String basis, Instant madeAt) {}

    /** The snapshot in force. */
    Statistics current() {
        return current;
    }

    Optional<Latest> latest() {
        return database.sql("select version, basis, made_at from population_snapshot order by made_at desc limit 1")
                .query((row, number) -> new Latest(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .optional();
    }

    /** Keeps a snapshot, which is in force from now on; very old ones go. */
    void keep(Snapshot snapshot, String basis, Instant at) {
        long subjects = snapshot.types().values().stream()
                .mapToLong(Snapshot.Population::subjects)
                .sum();
        database.sql("""
                        insert into population_snapshot (version, content, basis, subjects, made_at) values (?, ?, ?, ?, ?)
                        on conflict (version) do update set basis = excluded.basis, made_at = excluded.made_at""")
                .params(snapshot.version(), SnapshotForm.pack(snapshot), basis, subjects, Timestamp.from(at))
                .update();
        database.sql("delete from population_snapshot where version not in"
                        + " (select version from population_snapshot order by made_at desc limit " + KEPT + ")")
                .update();
        current = snapshot;
        LOG.info("Population snapshot {} of {} subjects", snapshot.version(), subjects);
    }

    /** Takes the youngest snapshot. */
    void refresh() {
        latest().map(Latest::version)
                .filter(version -> !version.equals(current.version()))
                .flatMap(this::load)
                .ifPresent(snapshot -> current = snapshot);
    }

    @Scheduled(fixedDelay = 1_000)
    void follow() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("The population snapshot could not be followed; asking again: {}", e.getMessage());
        }
    }

    private Optional<Snapshot> load(String version) {
        return database.sql("select content from population_snapshot where version = ?")
                .param(version)
                .query((row, number) -> SnapshotForm.unpack(version, row.getBytes(1)))
                .optional();
    }
}
