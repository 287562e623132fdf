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
 * @param reloads where the vehicle is emptied or filled again, in order
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
        List<Reload> reloads,
        @Nullable LocalDateTime back,
        double travelMinutes,
        double kilometres,
        List<Unplanned> unplanned) {
    public DayRoute {
        stops = List.copyOf(stops);
        reloads = List.copyOf(reloads);
        unplanned = List.copyOf(unplanned);
    }

    /** Where the vehicle reloads on the way to a visit; with "" on the way home. */
    public List<Reload> reloadsBefore(String visit) {
        return reloads.stream().filter(reload -> reload.before().equals(visit)).toList();
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
     * The vehicle is emptied or filled again; times are local.
     *
     * @param depot its id, in plans of reps that are stored
     * @param place null when the depot has been given up since
     * @param driveMinutes on the road before it
     * @param before the visit that comes next; "" when the rep goes home from there
     */
    public record Reload(
            String depot,
            String name,
            @Nullable Point place,
            LocalDateTime arrive,
            LocalDateTime leave,
            long driveMinutes,
            String before) {}

    /**
     * A visit left out, and why in words.
     *
     * @param nearest the rep who lives nearest to it
     */
    public record Unplanned(String visit, String customerId, String nearest, String reason, String text) {}
}
