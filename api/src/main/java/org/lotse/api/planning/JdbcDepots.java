package org.lotse.api.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored depots, at which vehicles of reps are emptied or filled again. */
@Component
class JdbcDepots {
    /** Before the id of a depot, so that no rep or visit can have the same place. */
    private static final String PLACE = "depot/";

    private final JdbcClient database;

    JdbcDepots(JdbcClient database) {
        this.database = database;
    }

    /** What a depot's place is called in problems and plans. */
    static String place(String depot) {
        return PLACE + depot;
    }

    /** The stored depots, by what their places are called in problems and plans. */
    Map<String, Team.Depot> byPlace() {
        return all().stream().collect(Collectors.toMap(depot -> place(depot.id()), Function.identity()));
    }

    List<Team.Depot> all() {
        return database.sql("select * from planning_depot order by length(id), id")
                .query((row, number) -> new Team.Depot(
                        row.getString("id"),
                        row.getString("name"),
                        row.getDouble("latitude"),
                        row.getDouble("longitude")))
                .list();
    }

    /** Takes a depot in, or as is said now. */
    void keep(Team.Depot depot) {
        database.sql("insert into planning_depot (id, name, latitude, longitude) values (?, ?, ?, ?)"
                        + " on conflict (id) do update set name = excluded.name, latitude = excluded.latitude,"
                        + " longitude = excluded.longitude")
                .params(depot.id(), depot.name(), depot.latitude(), depot.longitude())
                .update();
    }

    /**
     * Whether there was one to give up.
     *
     * @throws ProblemException naming the reps who reload there
     */
    boolean remove(String id) {
        List<String> users = database.sql("select id from planning_rep where ? = any (reload) order by length(id), id")
                .param(id)
                .query((row, number) -> row.getString("id"))
                .list();
        if (!users.isEmpty()) {
            throw ProblemException.of(ProblemKind.CONFLICT)
                    .with(FieldProblem.of("", "DEPOT_IN_USE", id, String.join(", ", users)));
        }
        return database.sql("delete from planning_depot where id = ?").param(id).update() > 0;
    }

    /**
     * Refuses depots nobody has stored.
     *
     * @param pointer where they are named
     */
    void known(String pointer, List<String> depots) {
        List<String> known = all().stream().map(Team.Depot::id).toList();
        List<FieldProblem> unknown = new ArrayList<>();
        for (int i = 0; i < depots.size(); i++) {
            if (!known.contains(depots.get(i))) {
                unknown.add(FieldProblem.of(
                        pointer + "/" + i,
                        "UNKNOWN_DEPOT",
                        depots.get(i),
                        known.stream().limit(20).collect(Collectors.joining(", "))));
            }
        }
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid(unknown);
        }
    }
}
