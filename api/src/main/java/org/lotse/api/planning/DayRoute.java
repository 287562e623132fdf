package org.lotse.api.planning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rep's route of a day.
 *
 * @param planId the plan it is part of
 * @param depart when the rep leaves home; null when there is nothing to drive for
 * @param back when the rep is home again
 * @param unplanned the visits nobody makes on that day, and why
 */
public record DayRoute(
        UUID planId,
        String rep,
        String name,
        LocalDate day,
        Point home,
        @Nullable LocalDateTime depart,
        List<Stop> stops,
        @Nullable LocalDateTime back,
        double travelMinutes,
        double kilometres,
        List<Unplanned> unplanned) {
    public DayRoute {
        stops = List.copyOf(stops);
        unplanned = List.copyOf(unplanned);
    }

    /** A place on the map, in degrees. */
    public record Point(double latitude, double longitude) {}

    /**
     * A visit in its place on the route; times are local.
     *
     * @param driveMinutes on the road before it
     * @param mandatory whether it was promised
     */
    public record Stop(
            String visit,
            String customerId,
            Point place,
            LocalDateTime arrive,
            LocalDateTime start,
            LocalDateTime leave,
            long driveMinutes,
            int serviceMinutes,
            Set<String> skills,
            double value,
            boolean mandatory,
            LocalDateTime from,
            LocalDateTime until) {}

    /**
     * A visit left out, and why in words.
     *
     * @param nearest the rep who lives nearest to it
     */
    public record Unplanned(String visit, String customerId, String nearest, String reason, String text) {}
}
