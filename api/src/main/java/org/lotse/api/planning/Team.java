package org.lotse.api.planning;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who plans are made for, and what waits to be planned. */
public final class Team {
    private Team() {}

    /**
     * Somebody who calls, Monday to Friday.
     *
     * @param login the name of the login whose list it is; empty when none
     * @param prefers skills and regions of customers this agent likes to speak with
     */
    public record Caller(
            String id,
            String name,
            String login,
            Set<String> skills,
            Set<String> prefers,
            LocalTime begins,
            LocalTime ends) {
        public Caller {
            skills = Set.copyOf(skills);
            prefers = Set.copyOf(prefers);
        }
    }

    /**
     * Somebody who visits, Monday to Friday, from home and back.
     *
     * @param login the name of the login whose route it is; empty when none
     * @param town where the day begins and ends
     * @param capacity how much fits into the vehicle at once, per dimension; empty when nothing is carried
     * @param reload ids of the depots where it is emptied or filled again on the way; any of them will do
     * @param reloadMinutes how long that takes
     */
    public record FieldRep(
            String id,
            String name,
            String login,
            String town,
            double latitude,
            double longitude,
            Set<String> skills,
            LocalTime begins,
            LocalTime ends,
            List<Double> capacity,
            List<String> reload,
            double reloadMinutes) {
        public FieldRep {
            skills = Set.copyOf(skills);
            capacity = List.copyOf(capacity);
            reload = List.copyOf(reload);
        }
    }

    /** A place where vehicles are emptied or filled again. */
    public record Depot(String id, String name, double latitude, double longitude) {}

    /**
     * A visit that waits.
     *
     * @param from the earliest begin
     * @param until the latest begin; when that has passed the visit is overdue
     * @param value what it is worth, in the accounting currency
     * @param group visits of one group are made by one rep in one shift; null when it belongs to none
     * @param after ids of visits that are over before this one begins; those that no longer wait hold it up no more
     * @param demand what it brings or takes, per dimension of the capacities
     */
    public record OpenVisit(
            String id,
            String customerId,
            double latitude,
            double longitude,
            int serviceMinutes,
            Instant from,
            Instant until,
            Set<String> skills,
            double value,
            boolean mandatory,
            @Nullable String group,
            Set<String> after,
            List<Double> demand) {
        public OpenVisit {
            skills = Set.copyOf(skills);
            after = Set.copyOf(after);
            demand = List.copyOf(demand);
        }
    }
}
