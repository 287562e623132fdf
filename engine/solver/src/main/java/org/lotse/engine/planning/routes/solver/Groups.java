package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lotse.engine.planning.routes.Visit;

/** Visits that belong together: all that are planned are made by one rep in one shift. */
final class Groups {
    /** Any van will do. */
    static final int ANY = -1;

    private static final int[] NONE = new int[0];
    private final int[][] mates;
    private final boolean some;

    private Groups(int[][] mates, boolean some) {
        this.mates = mates;
        this.some = some;
    }

    Groups(List<Visit> visits) {
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
            int self = v;
            String group = visits.get(v).group();
            mates[v] = group == null
                    ? NONE
                    : members.getOrDefault(group, List.of()).stream()
                            .filter(other -> other != self)
                            .mapToInt(Integer::intValue)
                            .toArray();
        }
    }

    /** With one visit more that belongs to none. */
    Groups withLoner() {
        int[][] more = Arrays.copyOf(mates, mates.length + 1);
        more[mates.length] = NONE;
        return new Groups(more, some);
    }

    /** Whether there are any. */
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

    /** Whether the visit may go into this van, as far as its group is concerned. */
    boolean allow(int visit, int van, int[] tourOf) {
        int only = some ? van(visit, tourOf) : ANY;
        return only == ANY || only == van;
    }
}
