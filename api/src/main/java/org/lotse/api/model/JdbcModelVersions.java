package org.lotse.api.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lotse.models.registry.TrainedModel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registry: every version of every model in the database. */
@Component
@Transactional
class JdbcModelVersions {
    private static final String LISTED =
            "select name, version, definition, report, origin, state, made_by, made_at, changed_by, changed_at"
                    + " from model_version ";

    private final JdbcClient database;
    private final JsonMapper json;

    JdbcModelVersions(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** How far a version has come. */
    enum State {
        /** Trained; nobody uses it. */
        CANDIDATE,
        /** Runs beside the champion and is only watched. */
        SHADOW,
        /** Answers decisions. */
        CHAMPION,
        /** Was a champion before. */
        RETIRED
    }

    /** A version with all that is known of it, without its bytes. */
    record Listed(
            String name,
            String version,
            State state,
            String definition,
            JsonNode report,
            JsonNode provenance,
            String madeBy,
            Instant madeAt,
            String changedBy,
            Instant changedAt) {}

    /** Keeps a new version as a candidate; the same training twice is one version. */
    void add(TrainedModel model, String by, Instant at) {
        database.sql("""
                        insert into model_version (name, version, archive, definition, report, origin, state, made_by, made_at,
                            changed_by, changed_at)
                        values (:name, :version, :archive, :definition, :report::jsonb, :origin::jsonb, 'CANDIDATE', :by, :at,
                            :by, :at)
                        on conflict (name, version) do nothing""")
                .param("name", model.definition().name())
                .param("version", model.version())
                .param("archive", model.toBytes())
                .param("definition", model.definition().text())
                .param("report", json.writeValueAsString(ReportJson.of(model.report(), json)))
                .param("origin", json.writeValueAsString(model.origin()))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * Makes a version the champion; the one before retires.
     *
     * @return false when there is no such version
     */
    boolean promote(String name, String version, String by, Instant at) {
        database.sql("select pg_advisory_xact_lock(4201, hashtext(?))")
                .param(name)
                .query()
                .listOfRows();
        if (find(name, version).isEmpty()) {
            return false;
        }
        String change = "update model_version set state = ?, changed_by = ?, changed_at = ? where name = ? and ";
        database.sql(change + "state = 'CHAMPION' and version <> ?")
                .params(State.RETIRED.name(), by, Timestamp.from(at), name, version)
                .update();
        database.sql(change + "version = ? and state <> 'CHAMPION'")
                .params(State.CHAMPION.name(), by, Timestamp.from(at), name, version)
                .update();
        return true;
    }

    /**
     * Has a version run beside the champion; a challenger before it is a candidate again.
     *
     * @return false when there is no such version, or it is the champion
     */
    boolean challenge(String name, String version, String by, Instant at) {
        database.sql("select pg_advisory_xact_lock(4201, hashtext(?))")
                .param(name)
                .query()
                .listOfRows();
        database.sql("update model_version set state = 'CANDIDATE', changed_by = ?, changed_at = ?"
                        + " where name = ? and state = 'SHADOW' and version <> ?")
                .params(by, Timestamp.from(at), name, version)
                .update();
        return database.sql("update model_version set state = 'SHADOW', changed_by = ?, changed_at = ?"
                                + " where name = ? and version = ? and state <> 'CHAMPION'")
                        .params(by, Timestamp.from(at), name, version)
                        .update()
                == 1;
    }

    /** The version that was the champion before, if one was. */
    @Transactional(readOnly = true)
    public Optional<String> before(String name) {
        return database.sql("select version from model_version where name = ? and state = 'RETIRED'"
                        + " order by changed_at desc limit 1")
                .param(name)
                .query((row, number) -> row.getString(1))
                .optional();
    }

    /** When the youngest version of a model was made, whatever its state. */
    @Transactional(readOnly = true)
    public Optional<Instant> latest(String name) {
        return of(name).stream().map(Listed::madeAt).findFirst();
    }

    /** The version of each champion by name. */
    @Transactional(readOnly = true)
    public Map<String, String> champions() {
        return in(State.CHAMPION);
    }

    /** The version of each challenger by name. */
    @Transactional(readOnly = true)
    public Map<String, String> shadows() {
        return in(State.SHADOW);
    }

    private Map<String, String> in(State state) {
        Map<String, String> versions = new TreeMap<>();
        database.sql("select name, version from model_version where state = ?")
                .param(state.name())
                .query(row -> {
                    versions.put(row.getString(1), row.getString(2));
                });
        return versions;
    }

    /** A version, ready to predict. */
    @Transactional(readOnly = true)
    public Optional<TrainedModel> load(String name, String version) {
        return database.sql("select archive from model_version where name = ? and version = ?")
                .params(name, version)
                .query((row, number) -> TrainedModel.fromBytes(row.getBytes(1)))
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Listed> find(String name, String version) {
        return database.sql(LISTED + "where name = ? and version = ?")
                .params(name, version)
                .query((row, number) -> listed(row))
                .optional();
    }

    /** The versions of a model, the youngest first. */
    @Transactional(readOnly = true)
    public List<Listed> of(String name) {
        return database.sql(LISTED + "where name = ? order by made_at desc, version")
                .param(name)
                .query((row, number) -> listed(row))
                .list();
    }

    private Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getString("name"),
                row.getString("version"),
                State.valueOf(row.getString("state")),
                row.getString("definition"),
                json.readTree(row.getString("report")),
                json.readTree(row.getString("origin")),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
