package org.lotse.api.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.routes.CheckOrder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a visit in that waits, unless it could never be planned with those that wait already. */
@Component
class TakeVisitIn {
    private final JdbcTeam team;

    TakeVisitIn(JdbcTeam team) {
        this.team = team;
    }

    /**
     * Takes it in, or as is said now.
     *
     * @throws UnsoundProblem when it comes after a visit nobody knows or after itself, or brings what nobody can carry
     */
    @Transactional
    void in(Team.OpenVisit visit) {
        List<Flaw> flaws = new ArrayList<>(load(visit));
        if (!visit.after().isEmpty()) {
            team.lockVisits();
            flaws.addAll(order(visit));
        }
        UnsoundProblem.throwIfAny(flaws);
        team.keep(visit);
    }

    /** One that came after this visit before and no longer waits has been made, and is known. */
    private List<Flaw> order(Team.OpenVisit visit) {
        Map<String, Set<String>> following = new HashMap<>();
        team.visits().forEach(other -> following.put(other.id(), other.after()));
        Set<String> before = following.getOrDefault(visit.id(), Set.of());
        following.put(visit.id(), visit.after());
        List<Flaw> flaws = new ArrayList<>();
        visit.after().stream()
                .filter(earlier -> !following.containsKey(earlier) && !before.contains(earlier))
                .sorted()
                .forEach(earlier ->
                        flaws.add(Flaw.at("/after", Code.FOLLOWS_UNKNOWN, "item", visit.id(), "value", earlier)));
        if (CheckOrder.leadsBack(visit.id(), following)) {
            flaws.add(Flaw.at("/after", Code.FOLLOWS_ITSELF, "item", visit.id()));
        }
        return flaws;
    }

    private List<Flaw> load(Team.OpenVisit visit) {
        int dimensions = team.reps().stream()
                .mapToInt(rep -> rep.capacity().size())
                .max()
                .orElse(0);
        return dimensions == 0 || visit.demand().size() <= dimensions
                ? List.of()
                : List.of(Flaw.at(
                        "/demand",
                        Code.CAPACITY_DIMENSIONS,
                        "item",
                        visit.id(),
                        "value",
                        visit.demand().size(),
                        "dimensions",
                        dimensions));
    }
}
