package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lotse.engine.planning.routes.Visit;

/**
 * Visits that hang together: all of a group that are planned are made by one rep in one shift, those of a series keep their
 * distance in days, and some come {@link Precedence after} others.
 */
final class Groups {
    /** Any van will do. */
    static final int ANY = -1;

    private static final int[] NONE = new int[0];
    private final int[][] mates;
    private final boolean some;
    private final int[][] series;
    private final int[] daysBetween;
    private final boolean recurring;
    private final int[] dayOf;
    private final Precedence precedence;

    private Groups(Groups smaller) {
        this.mates = Arrays.copyOf(smaller.mates, smaller.mates.length + 1);
        this.series = Arrays.copyOf(smaller.series, smaller.series.length + 1);
        mates[mates.length - 1] = NONE;
        series[series.length - 1] = NONE;
        this.daysBetween = Arrays.copyOf(smaller.daysBetween, series.length);
        this.some = smaller.some;
        this.recurring = smaller.recurring;
        this.dayOf = smaller.dayOf;
        this.precedence = smaller.precedence.withLoner();
    }

    Groups(List<Visit> visits, int[] dayOf) {
        this.dayOf = dayOf;
        this.precedence = new Precedence(visits);
        this.series = new int[visits.size()][];
        this.daysBetween = new int[visits.size()];
        Map<String, List<Integer>> recurs = new HashMap<>();
        for (int v = 0; v < visits.size(); v++) {
            Visit.Series one = visits.get(v).series();
            if (one != null) {
                daysBetween[v] = one.daysBetween();
                recurs.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(v);
            }
        }
        this.recurring = !recurs.isEmpty();
        for (int v = 0; v < series.length; v++) {
            Visit.Series one = visits.get(v).series();
            series[v] = one == null ? NONE : others(recurs.getOrDefault(one.id(), List.of()), v);
        }
        Map<String, List<Integer>> members = new HashMap<>();
        for (int v = 0; v < visits.size(); v++) {
            String group = visits.get(v).group();
            if (group != null) {
                members.computeIfAbsent(group, g -> new ArrayList<>()).add(v);
            }
        }
        this.some = !members.isEmpty();
        this.mates = new int[visits.size()][];
        for (int v = 0; v < mates.length; v++) {
            String group = visits.get(v).group();
            mates[v] = group == null ? NONE : others(members.getOrDefault(group, List.of()), v);
        }
    }

    private static int[] others(List<Integer> members, int self) {
        return members.stream()
                .filter(other -> other != self)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** With one visit more that belongs to none. */
    Groups withLoner() {
        return new Groups(this);
    }

    /** Whether any visit hangs together with another. */
    boolean bind() {
        return some || recurring || precedence.some();
    }

    /** Whether there are any groups. */
    boolean some() {
        return some;
    }

    /** The others of the visit's group. */
    int[] mates(int visit) {
        return mates[visit];
    }

    /** The van that has the rest of the group, or {@link #ANY}. */
    int van(int visit, int[] tourOf) {
        for (int mate : mates[visit]) {
            if (tourOf[mate] >= 0) {
                return tourOf[mate];
            }
        }
        return ANY;
    }

    /** Which visits come after which others. */
    Precedence precedence() {
        return precedence;
    }

    /** Whether no other visit has to move with one. */
    boolean moveAlone() {
        return !some && !precedence.some();
    }

    /** Whether the visit may go into this van, as far as its group and its order are concerned. */
    boolean allow(int visit, int van, int[] tourOf) {
        int only = some ? van(visit, tourOf) : ANY;
        return (only == ANY || only == van) && suits(visit, van, tourOf);
    }

    /** Whether the visit keeps in this van its distance and its order to others that are planned. */
    boolean suits(int visit, int van, int[] tourOf) {
        return spaced(visit, van, tourOf) && precedence.allow(visit, van, tourOf);
    }

    /** Whether the visit keeps its distance in this van from the others of its series that are planned. */
    boolean spaced(int visit, int van, int[] tourOf) {
        if (!recurring) {
            return true;
        }
        for (int other : series[visit]) {
            if (tourOf[other] >= 0 && tooClose(visit, van, tourOf[other])) {
                return false;
            }
        }
        return true;
    }

    /** The others of the visit's series. */
    int[] series(int visit) {
        return series[visit];
    }

    /** Whether two of a series would follow each other too soon in these vans. */
    boolean tooClose(int visit, int van, int otherVan) {
        return Math.abs(dayOf[van] - dayOf[otherVan]) < daysBetween[visit];
    }
}
