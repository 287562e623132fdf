package org.lotse.engine.planning.sending;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * At which hours people read, on weekdays and on weekends. A person's own openings count in full, the group's as if they were a
 * few of the person's own, everybody's as if they were a few of the group's (a Dirichlet prior at each level): who has opened
 * often is known by the own habits, who is new reads like the group. Immutable.
 */
public final class ReadingHours {
    private static final int HOURS = 24;
    private static final int CELLS = 2 * HOURS;
    /** So many openings of the group's weigh as much as the person's own. */
    private static final double OWN = 6;

    private static final double GROUP = 50;
    /** From so many openings on the answer is called the person's own. */
    private static final int KNOWN = 3;

    private final Map<String, double[]> people = new HashMap<>();
    private final Map<String, double[]> groups = new HashMap<>();
    private final double[] all = new double[CELLS];

    /**
     * Somebody opened something.
     *
     * @param at on the person's own clock
     */
    public record Opened(String person, String group, LocalDateTime at) {}

    /** What the answer rests on. */
    public enum Basis {
        /** The person's own openings. */
        OWN,
        /** Those of people alike. */
        GROUP,
        /** Nobody has opened anything yet: every hour is as good as any other. */
        NOTHING
    }

    /** Learns from openings, in any order. */
    public ReadingHours(Collection<Opened> openings) {
        for (Opened one : openings) {
            int cell = cell(one.at());
            people.computeIfAbsent(one.person(), id -> new double[CELLS])[cell]++;
            groups.computeIfAbsent(one.group(), id -> new double[CELLS])[cell]++;
            all[cell]++;
        }
    }

    /** The share of the day's openings that fall into this hour, 0..1. */
    public double share(String person, String group, LocalDateTime at) {
        int day = cell(at) / HOURS * HOURS;
        int hour = at.getHour();
        double everybody = blend(all, 1.0 / HOURS, 1, day, hour);
        double alike = blend(groups.get(group), everybody, GROUP, day, hour);
        return blend(people.get(person), alike, OWN, day, hour);
    }

    /** What is known of the person's hours. */
    public Basis basis(String person) {
        double[] own = people.get(person);
        if (own != null && sum(own, 0, CELLS) >= KNOWN) {
            return Basis.OWN;
        }
        return sum(all, 0, CELLS) > 0 ? Basis.GROUP : Basis.NOTHING;
    }

    private static double blend(double @Nullable [] counts, double prior, double weight, int day, int hour) {
        if (counts == null) {
            return prior;
        }
        return (counts[day + hour] + weight * prior) / (sum(counts, day, day + HOURS) + weight);
    }

    private static double sum(double[] counts, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
        }
        return sum;
    }

    private static int cell(LocalDateTime at) {
        boolean weekend = at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
        return (weekend ? HOURS : 0) + at.getHour();
    }
}
