package org.lotse.api.planning;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;

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
            LocalTime ends) {
        public FieldRep {
            skills = Set.copyOf(skills);
        }
    }

    /**
     * A visit that waits.
     *
     * @param from the earliest begin
     * @param until the latest begin; when that has passed the visit is overdue
     * @param value what it is worth, in the accounting currency
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
            boolean mandatory) {
        public OpenVisit {
            skills = Set.copyOf(skills);
        }
    }
}
