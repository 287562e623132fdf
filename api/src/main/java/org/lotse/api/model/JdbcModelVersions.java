package org.lotse.api.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lotse.models.portrait.Portrait;
import org.lotse.models.registry.TrainedModel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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

    /** Keeps a new version as a candidate; the same training twice is one version. */
    void add(TrainedModel model, Optional<Portrait> portrait, String by, Instant at) {
        database.sql("""
                        insert into model_version (name, version, archive, definition, report, origin, portrait, state, made_by,
                            made_at, changed_by, changed_at)
                        values (:name, :version, :archive, :definition, :report::jsonb, :origin::jsonb, :portrait::jsonb,
                            'CANDIDATE', :by, :at, :by, :at)
                        on conflict (name, version) do nothing""")
                .param("name", model.definition().name())
                .param("version", model.version())
                .param("archive", model.toBytes())
                .param("definition", model.definition().text())
                .param("report", json.writeValueAsString(ReportJson.of(model.report(), json)))
                .param("origin", json.writeValueAsString(model.origin()))
                .param("portrait", portrait.map(json::writeValueAsString).orElse(null))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * Makes a version the champion; the one before retires.
     *
     * @return false when there is no such version
     */
    boolean promote(String name, String version, String by, String reason, Instant at) {
        database.sql("select pg_advisory_xact_lock(4201, hashtext(?))")
                .param(name)
                .query()
                .listOfRows();
        if (find(name, version).isEmpty()) {
            return false;
        }
        String change = "update model_version set state = ?, changed_by = ?, changed_at = ? where name = ? and ";
        database.sql(change + "state = 'CHAMPION' and version <> ?")
                .params(ModelVersion.State.RETIRED.name(), by, Timestamp.from(at), name, version)
                .update();
        boolean changed = database.sql(change + "version = ? and state <> 'CHAMPION'")
                        .params(ModelVersion.State.CHAMPION.name(), by, Timestamp.from(at), name, version)
                        .update()
                == 1;
        if (changed) {
            write(name, new ModelChange(version, ModelVersion.State.CHAMPION, by, at, reason));
        }
        return true;
    }

    /**
     * Has a version run beside the champion; a challenger before it is a candidate again.
     *
     * @return false when there is no such version, or it is the champion
     */
    boolean challenge(String name, String version, String by, String reason, Instant at) {
        database.sql("select pg_advisory_xact_lock(4201, hashtext(?))")
                .param(name)
                .query()
                .listOfRows();
        database.sql("update model_version set state = 'CANDIDATE', changed_by = ?, changed_at = ?"
                        + " where name = ? and state = 'SHADOW' and version <> ?")
                .params(by, Timestamp.from(at), name, version)
                .update();
        boolean changed = database.sql("update model_version set state = 'SHADOW', changed_by = ?, changed_at = ?"
                                + " where name = ? and version = ? and state <> 'CHAMPION'")
                        .params(by, Timestamp.from(at), name, version)
                        .update()
                == 1;
        if (changed) {
            write(name, new ModelChange(version, ModelVersion.State.SHADOW, by, at, reason));
        }
        return changed;
    }

    private void write(String name, ModelChange change) {
        database.sql("insert into model_change (name, version, state, by, at, reason) values (?, ?, ?, ?, ?, ?)")
                .params(
                        name,
                        change.version(),
                        change.state().name(),
                        change.by(),
                        Timestamp.from(change.at()),
                        change.reason())
                .update();
    }

    /** Who changed what about a model, the latest first. */
    @Transactional(readOnly = true)
    public List<ModelChange> changes(String name) {
        return database.sql(
                        "select version, state, by, at, reason from model_change where name = ? order by number desc")
                .param(name)
                .query((row, number) -> new ModelChange(
                        row.getString(1),
                        ModelVersion.State.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5)))
                .list();
    }

    /** The names of all models a version is kept of. */
    @Transactional(readOnly = true)
    public List<String> names() {
        return database.sql("select distinct name from model_version order by name")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** What a version learned; empty where that was not kept. */
    @Transactional(readOnly = true)
    public Optional<Portrait> portrait(String name, String version) {
        return database.sql(
                        "select portrait from model_version where name = ? and version = ? and portrait is not null")
                .params(name, version)
                .query((row, number) -> json.readValue(row.getString(1), Portrait.class))
                .optional();
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
        return of(name).stream().map(ModelVersion::madeAt).findFirst();
    }

    /** The version of each champion by name. */
    @Transactional(readOnly = true)
    public Map<String, String> champions() {
        return in(ModelVersion.State.CHAMPION);
    }

    /** The version of each challenger by name. */
    @Transactional(readOnly = true)
    public Map<String, String> shadows() {
        return in(ModelVersion.State.SHADOW);
    }

    private Map<String, String> in(ModelVersion.State state) {
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
    public Optional<ModelVersion> find(String name, String version) {
        return database.sql(LISTED + "where name = ? and version = ?")
                .params(name, version)
                .query((row, number) -> listed(row))
                .optional();
    }

    /** The versions of a model, the youngest first. */
    @Transactional(readOnly = true)
    public List<ModelVersion> of(String name) {
        return database.sql(LISTED + "where name = ? order by made_at desc, version")
                .param(name)
                .query((row, number) -> listed(row))
                .list();
    }

    private ModelVersion listed(ResultSet row) throws SQLException {
        return new ModelVersion(
                row.getString("name"),
                row.getString("version"),
                ModelVersion.State.valueOf(row.getString("state")),
                row.getString("definition"),
                json.readTree(row.getString("report")),
                json.readTree(row.getString("origin")),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
