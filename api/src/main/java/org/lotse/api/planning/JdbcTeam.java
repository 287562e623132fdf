package org.lotse.api.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.api.demo.DemoAgent;
import org.lotse.api.demo.DemoCompany;
import org.lotse.api.demo.DemoRep;
import org.lotse.api.demo.DemoVisit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored agents, reps and open visits. */
@Component
public class JdbcTeam {
    private static final String DEMO_AGENT = "demo-agent";
    private static final String DEMO_REP = "demo-rep";

    private final JdbcClient database;

    JdbcTeam(JdbcClient database) {
        this.database = database;
    }

    /** Everybody who calls. */
    public List<Team.Caller> callers() {
        return database.sql("select * from planning_agent order by length(id), id")
                .query((row, number) -> new Team.Caller(
                        row.getString("id"),
                        row.getString("name"),
                        text(row, "login"),
                        skills(row),
                        texts(row, "prefers"),
                        row.getObject("begins", LocalTime.class),
                        row.getObject("ends", LocalTime.class)))
                .list();
    }

    /** Everybody who visits. */
    public List<Team.FieldRep> reps() {
        return database.sql("select * from planning_rep order by length(id), id")
                .query((row, number) -> new Team.FieldRep(
                        row.getString("id"),
                        row.getString("name"),
                        text(row, "login"),
                        row.getString("town"),
                        row.getDouble("latitude"),
                        row.getDouble("longitude"),
                        skills(row),
                        row.getObject("begins", LocalTime.class),
                        row.getObject("ends", LocalTime.class),
                        numbers(row, "capacity"),
                        List.of((String[]) row.getArray("reload").getArray()),
                        row.getDouble("reload_minutes")))
                .list();
    }

    /** All visits that wait. */
    public List<Team.OpenVisit> visits() {
        return database.sql("select * from planning_visit order by length(id), id")
                .query((row, number) -> new Team.OpenVisit(
                        row.getString("id"),
                        row.getString("customer_id"),
                        row.getDouble("latitude"),
                        row.getDouble("longitude"),
                        row.getInt("service_minutes"),
                        row.getTimestamp("begins_from").toInstant(),
                        row.getTimestamp("begins_until").toInstant(),
                        skills(row),
                        row.getDouble("value"),
                        row.getBoolean("mandatory"),
                        row.getString("together"),
                        texts(row, "follows"),
                        numbers(row, "demand")))
                .list();
    }

    /** Nobody else takes a visit in until the transaction ends. */
    void lockVisits() {
        database.sql("lock table planning_visit in share row exclusive mode").update();
    }

    /** The visit has been made and waits no more. */
    void close(String visit) {
        removeVisit(visit);
    }

    /** Whether there was one to take back. */
    boolean removeVisit(String visit) {
        return database.sql("delete from planning_visit where id = ?")
                        .param(visit)
                        .update()
                > 0;
    }

    /** Takes an agent in, or as is said now. */
    void keep(Team.Caller caller) {
        database.sql("""
                        insert into planning_agent (id, name, login, skills, prefers, begins, ends) values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set name = excluded.name, login = excluded.login,
                            skills = excluded.skills, prefers = excluded.prefers, begins = excluded.begins,
                            ends = excluded.ends""")
                .param(caller.id())
                .param(caller.name())
                .param(orNull(caller.login()))
                .param(caller.skills().toArray(String[]::new))
                .param(caller.prefers().toArray(String[]::new))
                .param(caller.begins())
                .param(caller.ends())
                .update();
    }

    /** Takes a rep in, or as is said now. */
    void keep(Team.FieldRep rep) {
        database.sql("""
                        insert into planning_rep (id, name, login, town, latitude, longitude, skills, begins, ends, capacity,
                            reload, reload_minutes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set name = excluded.name, login = excluded.login, town = excluded.town,
                            latitude = excluded.latitude, longitude = excluded.longitude, skills = excluded.skills,
                            begins = excluded.begins, ends = excluded.ends, capacity = excluded.capacity,
                            reload = excluded.reload, reload_minutes = excluded.reload_minutes""")
                .param(rep.id())
                .param(rep.name())
                .param(orNull(rep.login()))
                .param(rep.town())
                .param(rep.latitude())
                .param(rep.longitude())
                .param(rep.skills().toArray(String[]::new))
                .param(rep.begins())
                .param(rep.ends())
                .param(rep.capacity().toArray(Double[]::new))
                .param(rep.reload().toArray(String[]::new))
                .param(rep.reloadMinutes())
                .update();
    }

    /** Takes a visit in, or as is said now. */
    void keep(Team.OpenVisit visit) {
        database.sql("""
                        insert into planning_visit (id, customer_id, latitude, longitude, service_minutes, begins_from,
                            begins_until, skills, value, mandatory, together, follows, demand)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set customer_id = excluded.customer_id, latitude = excluded.latitude,
                            longitude = excluded.longitude, service_minutes = excluded.service_minutes,
                            begins_from = excluded.begins_from, begins_until = excluded.begins_until,
                            skills = excluded.skills, value = excluded.value, mandatory = excluded.mandatory,
                            together = excluded.together, follows = excluded.follows, demand = excluded.demand""")
                .param(visit.id())
                .param(visit.customerId())
                .param(visit.latitude())
                .param(visit.longitude())
                .param(visit.serviceMinutes())
                .param(Timestamp.from(visit.from()))
                .param(Timestamp.from(visit.until()))
                .param(visit.skills().toArray(String[]::new))
                .param(visit.value())
                .param(visit.mandatory())
                .param(visit.group())
                .param(visit.after().stream().sorted().toArray(String[]::new))
                .param(visit.demand().toArray(Double[]::new))
                .update();
    }

    /** Whether there was one to let go. */
    boolean removeAgent(String id) {
        return database.sql("delete from planning_agent where id = ?").param(id).update() > 0;
    }

    /** Whether there was one to let go. */
    boolean removeRep(String id) {
        return database.sql("delete from planning_rep where id = ?").param(id).update() > 0;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Brings in the people and the visits of the demo company. */
    public void store(DemoCompany company) {
        boolean first = true;
        for (DemoAgent agent : company.agents()) {
            DemoAgent.Shift shift = agent.shifts().getFirst();
            database.sql("insert into planning_agent (id, name, login, skills, begins, ends)"
                            + " values (?, ?, ?, string_to_array(?, ','), ?, ?)")
                    .param(agent.id())
                    .param(agent.name())
                    .param(first ? DEMO_AGENT : null)
                    .param(String.join(",", agent.skills()))
                    .param(local(shift.from(), DemoCompany.ZONE))
                    .param(local(shift.to(), DemoCompany.ZONE))
                    .update();
            first = false;
        }
        company.reps().forEach(rep -> store(rep, rep.equals(company.reps().getFirst())));
        company.visits().forEach(this::store);
    }

    private void store(DemoRep rep, boolean first) {
        database.sql("insert into planning_rep values (?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?)")
                .param(rep.id())
                .param(rep.name())
                .param(first ? DEMO_REP : null)
                .param(rep.home())
                .param(rep.latitude())
                .param(rep.longitude())
                .param(String.join(",", rep.skills()))
                .param(rep.from())
                .param(rep.to())
                .update();
    }

    private void store(DemoVisit visit) {
        database.sql("insert into planning_visit values (?, ?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?)")
                .params(
                        visit.id(),
                        visit.customer().id(),
                        visit.latitude(),
                        visit.longitude(),
                        visit.serviceMinutes(),
                        Timestamp.from(visit.from()),
                        Timestamp.from(visit.to()),
                        String.join(",", visit.skills()),
                        visit.value(),
                        visit.mandatory())
                .update();
    }

    private static LocalTime local(java.time.Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalTime();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }

    private static Set<String> skills(ResultSet row) throws SQLException {
        return texts(row, "skills");
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    private static List<Double> numbers(ResultSet row, String column) throws SQLException {
        return List.of((Double[]) row.getArray(column).getArray());
    }
}
