package org.lotse.api.demo;

import java.time.LocalTime;
import java.util.Set;

/**
 * A sales rep.
 *
 * @param id {@code rep-1}, ...
 * @param name invented
 * @param home the town where the day begins and ends
 * @param latitude of home
 * @param longitude of home
 * @param skills {@code fibre}, {@code business}, {@code device}
 * @param from when the working day begins, Monday to Friday, local time
 * @param to when it ends
 */
public record DemoRep(
        String id,
        String name,
        String home,
        double latitude,
        double longitude,
        Set<String> skills,
        LocalTime from,
        LocalTime to) {
    public DemoRep {
        skills = Set.copyOf(skills);
    }
}
