package org.lotse.api.demo;

import java.time.Instant;
import java.util.Set;
import org.lotse.engine.term.SubjectId;

/**
 * A visit to be planned within the coming two working days.
 *
 * @param id {@code v-1}, ...
 * @param customer whom to visit
 * @param latitude where
 * @param longitude where
 * @param serviceMinutes how long it takes
 * @param from the earliest begin
 * @param to the latest begin
 * @param skills what the rep must know
 * @param value what it is worth in EUR
 * @param mandatory whether it was promised
 */
public record DemoVisit(
        String id,
        SubjectId customer,
        double latitude,
        double longitude,
        int serviceMinutes,
        Instant from,
        Instant to,
        Set<String> skills,
        double value,
        boolean mandatory) {
    public DemoVisit {
        skills = Set.copyOf(skills);
    }
}
