package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lotse.engine.planning.routes.Visit;

/**
 * Which visits come after which others. Both may be in one tour, then their positions decide; or the later one's shift begins
 * when the earlier one's is over; or they are on the two sides of a {@link Handovers handover}, then their windows decide.
 */
final class Precedence {
    private static final int[] NONE = new int[0];
    private final boolean some;
    private final int[][] before;
    private final int[][] after;
    /** Of each pair the days on which windows keep the order whoever drives, parallel to {@link #before}. */
    private final BitSet[][] kept;

    private final boolean[] lacking;
    private final boolean[] promised;
    private Van[] van = new Van[0];
    private int[] dayOf = NONE;

    Precedence(List<Visit> visits) {
        int count = visits.size();
        this.before = new int[count][];
        this.after = new int[count][];
        this.kept = new BitSet[count][];
        this.lacking = new boolean[count];
        this.promised = new boolean[count];
        this.some = visits.stream().anyMatch(visit -> !visit.after().isEmpty());
        Arrays.fill(before, NONE);
        Arrays.fill(after, NONE);
        if (some) {
            link(visits);
        }
    }

    private Precedence(Precedence smaller) {
        int count = smaller.before.length + 1;
        this.some = smaller.some;
        this.before = Arrays.copyOf(smaller.before, count);
        this.after = Arrays.copyOf(smaller.after, count);
        this.kept = Arrays.copyOf(smaller.kept, count);
        this.lacking = Arrays.copyOf(smaller.lacking, count);
        this.promised = Arrays.copyOf(smaller.promised, count);
        before[count - 1] = NONE;
        after[count - 1] = NONE;
        this.van = smaller.van;
        this.dayOf = smaller.dayOf;
    }

    /** With one visit more that follows none and is followed by none. */
    Precedence withLoner() {
        return new Precedence(this);
    }

    private void link(List<Visit> visits) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int v = 0; v < visits.size(); v++) {
            numbers.put(visits.get(v).id(), v);
        }
        List<List<Integer>> followers = new ArrayList<>();
        visits.forEach(visit -> followers.add(new ArrayList<>()));
        for (int v = 0; v < visits.size(); v++) {
            Visit visit = visits.get(v);
            promised[v] = visit.pinned() != null;
            before[v] = visit.after().stream()
                    .filter(numbers::containsKey)
                    .mapToInt(id -> numbers.getOrDefault(id, 0))
                    .sorted()
                    .toArray();
            lacking[v] = before[v].length < visit.after().size();
            kept[v] = new BitSet[before[v].length];
            for (int i = 0; i < before[v].length; i++) {
                kept[v][i] = new BitSet();
                followers.get(before[v][i]).add(v);
            }
        }
        for (int v = 0; v < after.length; v++) {
            after[v] = followers.get(v).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** From now on tours are driven by these vans. */
    void drivenBy(Van[] vans, int[] days) {
        this.van = vans;
        this.dayOf = days;
    }

    /** On this day windows keep the order of a visit and the one of this index among those before it. */
    void keptByWindows(int visit, int index, int day) {
        kept[visit][index].set(day);
    }

    /** Whether any visit comes after another. */
    boolean some() {
        return some;
    }

    /** Those that are over before the visit begins. */
    int[] before(int visit) {
        return before[visit];
    }

    /** Those that begin when the visit is over. */
    int[] after(int visit) {
        return after[visit];
    }

    /** Whether the visit comes after another or before one. */
    boolean linked(int visit) {
        return before[visit].length > 0 || after[visit].length > 0 || lacking[visit];
    }

    /** Whether the visit is promised and takes place whatever becomes of those before it. */
    boolean promised(int visit) {
        return promised[visit];
    }

    /** Brings visits into an order in which none stands before one it follows; else they stay as they are. */
    void earlierFirst(int[] loose, int count) {
        int[] given = Arrays.copyOf(loose, count);
        boolean[] taken = new boolean[count];
        for (int put = 0; put < count; put++) {
            int next = 0;
            while (taken[next] || waits(given, taken, next)) {
                next++;
            }
            taken[next] = true;
            loose[put] = given[next];
        }
    }

    private boolean waits(int[] loose, boolean[] taken, int index) {
        for (int earlier : before[loose[index]]) {
            for (int i = 0; i < loose.length; i++) {
                if (!taken[i] && loose[i] == earlier) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one of those the visit follows is no longer to be made. */
    boolean lacks(int visit) {
        return lacking[visit] && !promised[visit];
    }

    /** Whether the visit may be in this van: those before it are planned, and nobody's order is turned round. */
    boolean allow(int visit, int inVan, int[] tourOf) {
        if (!some) {
            return true;
        }
        if (lacks(visit)) {
            return false;
        }
        for (int i = 0; i < before[visit].length; i++) {
            int there = tourOf[before[visit][i]];
            if (there < 0 ? !promised[visit] : !inOrder(there, inVan, kept[visit][i])) {
                return false;
            }
        }
        for (int later : after[visit]) {
            if (tourOf[later] >= 0 && !inOrder(inVan, tourOf[later], between(visit, later))) {
                return false;
            }
        }
        return true;
    }

    /** Whether one visit, in a van, is over before another that follows it begins in another van. */
    boolean inOrder(int earlier, int inVan, int later, int otherVan) {
        return inOrder(inVan, otherVan, between(earlier, later));
    }

    private BitSet between(int earlier, int later) {
        for (int i = 0; i < before[later].length; i++) {
            if (before[later][i] == earlier) {
                return kept[later][i];
            }
        }
        throw new IllegalArgumentException("Visit " + later + " does not follow visit " + earlier + ".");
    }

    private boolean inOrder(int first, int then, BitSet days) {
        return first == then
                || van[first].latest() <= van[then].from()
                || (dayOf[first] == dayOf[then] && dayOf[first] >= 0 && days.get(dayOf[first]))
                || days.get(Handovers.ALWAYS);
    }

    /** Whether the visit may stand behind so many visits of a tour, as far as those it follows or is followed by are there. */
    boolean inOrder(int visit, int position, Timetable tour) {
        for (int earlier : before[visit]) {
            int at = tour.find(earlier);
            if (at >= position) {
                return false;
            }
        }
        for (int later : after[visit]) {
            int at = tour.find(later);
            if (at >= 0 && at < position) {
                return false;
            }
        }
        return true;
    }
}
