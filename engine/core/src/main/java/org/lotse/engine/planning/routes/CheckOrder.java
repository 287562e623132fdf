package org.lotse.engine.planning.routes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;

/** Finds visits that cannot come after those they are to follow: unknown ones, themselves, or what is promised for later. */
public final class CheckOrder {
    private final List<Visit> visits;
    private final Map<String, Visit> known = new HashMap<>();
    private final Map<String, Set<String>> following = new HashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();
    /** Visits that are known to follow, however indirectly, never themselves. */
    private final Set<String> sound = new HashSet<>();

    private CheckOrder(List<Visit> visits) {
        this.visits = visits;
        for (Visit visit : visits) {
            known.put(visit.id(), visit);
            following.put(visit.id(), visit.after());
        }
    }

    static List<Flaw> check(List<Visit> visits) {
        CheckOrder check = new CheckOrder(visits);
        for (int i = 0; i < visits.size(); i++) {
            if (!visits.get(i).after().isEmpty()) {
                check.visit("/visits/" + i + "/after", visits.get(i));
            }
        }
        return check.flaws;
    }

    /** Whether the one visit follows an appointment that is agreed for later, or one for earlier follows it. */
    static @Nullable Flaw promised(String pointer, Visit later, Visit earlier) {
        Visit.Pin end = earlier.pinned();
        Visit.Pin begin = later.pinned();
        return end == null || begin == null || end.at() + earlier.serviceMinutes() <= begin.at()
                ? null
                : Flaw.at(pointer, Code.PROMISED_BEFORE, "item", later.id(), "other", earlier.id());
    }

    private void visit(String pointer, Visit visit) {
        for (String other : visit.after().stream().sorted().toList()) {
            Visit earlier = known.get(other);
            if (earlier == null) {
                flaws.add(Flaw.at(pointer, Code.FOLLOWS_UNKNOWN, "item", visit.id(), "value", other));
                continue;
            }
            Flaw promised = promised(pointer, visit, earlier);
            if (promised != null) {
                flaws.add(promised);
            }
        }
        if (returns(visit)) {
            flaws.add(Flaw.at(pointer, Code.FOLLOWS_ITSELF, "item", visit.id()));
        }
    }

    private boolean returns(Visit start) {
        boolean returns = leadsBack(start.id(), following, sound);
        if (!returns) {
            sound.add(start.id());
        }
        return returns;
    }

    /**
     * Whether going from a visit to those it follows, and on from there, leads back to it.
     *
     * @param following the ids of those each visit follows; unknown ones lead nowhere
     */
    public static boolean leadsBack(String start, Map<String, Set<String>> following) {
        return leadsBack(start, following, Set.of());
    }

    private static boolean leadsBack(String start, Map<String, Set<String>> following, Set<String> sound) {
        List<String> open = new ArrayList<>(List.of(start));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            for (String id : following.getOrDefault(open.removeLast(), Set.of())) {
                if (id.equals(start)) {
                    return true;
                }
                if (!sound.contains(id) && seen.add(id)) {
                    open.add(id);
                }
            }
        }
        return false;
    }
}
