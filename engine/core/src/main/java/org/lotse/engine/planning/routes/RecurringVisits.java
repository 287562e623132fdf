package org.lotse.engine.planning.routes;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes of a visit that recurs as many visits as are wanted: the days with shifts are divided into as many parts, each has
 * one visit, and between two of them lie at least as many days as were asked for.
 */
public final class RecurringVisits {
    private static final double DAY = 1440;

    private RecurringVisits() {}

    /**
     * The visits {@code visit#1} to {@code visit#times}.
     *
     * @param times how often, 1 or more
     * @param daysBetween days from one to the next at least
     * @param firstDay number of the first day anybody works, from 0
     * @param lastDay number of the last one
     */
    public static List<Visit> of(Visit visit, int times, int daysBetween, int firstDay, int lastDay) {
        if (times <= 1) {
            return List.of(visit);
        }
        int days = lastDay - firstDay + 1;
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int from = firstDay + i * days / times;
            int until = firstDay + Math.max(i * days / times + 1, (i + 1) * days / times);
            Window part = new Window(from * DAY, until * DAY - 1);
            visits.add(visit.oneOf(
                    visit.id() + "#" + (i + 1),
                    within(visit.windows(), part),
                    new Visit.Series(visit.id(), Math.max(1, daysBetween))));
        }
        return visits;
    }

    /** Windows cut at a part of the days; one that lies in another part never opens, which the check of the plan names. */
    private static List<Window> within(List<Window> windows, Window part) {
        if (windows.isEmpty()) {
            return List.of(part);
        }
        List<Window> within = windows.stream()
                .filter(window -> window.from() <= part.to() && window.to() >= part.from())
                .map(window -> new Window(Math.max(window.from(), part.from()), Math.min(window.to(), part.to())))
                .toList();
        return within.isEmpty() ? windows : within;
    }
}
