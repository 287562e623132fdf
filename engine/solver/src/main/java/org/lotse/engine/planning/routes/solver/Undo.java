package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one change has touched, what it changed about the cost, and the way back. */
final class Undo {
    private final Draft draft;
    private final RouteModel model;
    private final boolean[] touched;
    private final int[] vans;
    private final @Nullable Timetable[] kept;
    private int count;
    private final int[] loosened;
    private final int[] wasIn;
    private int loose;

    Undo(Draft draft) {
        this.draft = draft;
        this.model = draft.model;
        this.touched = new boolean[model.vans];
        this.vans = new int[model.vans];
        this.kept = new Timetable[model.vans];
        this.loosened = new int[model.visits];
        this.wasIn = new int[model.visits];
    }

    void begin() {
        for (int i = 0; i < count; i++) {
            touched[vans[i]] = false;
        }
        count = 0;
        loose = 0;
    }

    boolean isTouched(int van) {
        return touched[van];
    }

    int touchedCount() {
        return count;
    }

    int touchedVan(int number) {
        return vans[number];
    }

    /** Keeps the tour as it is before it is changed for the first time. */
    void touch(int van) {
        if (touched[van]) {
            return;
        }
        touched[van] = true;
        vans[count++] = van;
        Timetable before = kept[van];
        if (before == null) {
            before = Timetable.of(model, van, draft.indexOf);
            kept[van] = before;
        }
        before.copy(draft.tours[van]);
    }

    private Timetable kept(int van) {
        Timetable before = kept[van];
        if (before == null) {
            throw new IllegalStateException("Tour " + van + " was changed without having been kept.");
        }
        return before;
    }

    /** Says that the visit is about to be put somewhere else; asked before it is, after its string was taken out. */
    void loosened(int visit) {
        int was = -1;
        for (int i = 0; i < count && was < 0; i++) {
            Timetable before = kept(vans[i]);
            int at = draft.indexOf[visit];
            was = at < before.size() && before.at(at) == visit ? vans[i] : -1;
        }
        if (was < 0 && !model.groups.moveAlone()) {
            was = searched(visit);
        }
        loosened[loose] = visit;
        wasIn[loose++] = was;
    }

    /** Of several taken out of one tour, one by one, only the first still knows where it stood. */
    private int searched(int visit) {
        for (int i = 0; i < count; i++) {
            Timetable before = kept(vans[i]);
            for (int at = 0; at < before.size(); at++) {
                if (before.at(at) == visit) {
                    return vans[i];
                }
            }
        }
        return -1;
    }

    /** How many more visits are left out than before. */
    int moreLeftOut() {
        int more = 0;
        for (int i = 0; i < loose; i++) {
            more += (draft.tourOf[loosened[i]] < 0 ? 1 : 0) - (wasIn[i] < 0 ? 1 : 0);
        }
        return more;
    }

    /** What the change costs more than what was before. */
    double extraCost(Tariff tariff) {
        double extra = 0;
        for (int i = 0; i < count; i++) {
            extra += tariff.of(draft.tours[vans[i]]) - tariff.of(kept(vans[i]));
        }
        for (int i = 0; i < loose; i++) {
            extra += tariff.of(loosened[i], draft.tourOf[loosened[i]]) - tariff.of(loosened[i], wasIn[i]);
        }
        return model.shares.count() ? extra + moreUneven() : extra;
    }

    private double moreUneven() {
        double more = 0;
        for (int i = 0; i < count; i++) {
            int rep = model.shares.repOf(vans[i]);
            double change = 0;
            boolean first = true;
            for (int j = 0; j < count; j++) {
                boolean theirs = model.shares.repOf(vans[j]) == rep;
                change +=
                        theirs ? draft.tours[vans[j]].service() - kept(vans[j]).service() : 0;
                first &= !theirs || j >= i;
            }
            double does = draft.service(rep);
            more += first ? model.shares.cost(rep, does) - model.shares.cost(rep, does - change) : 0;
        }
        return more;
    }

    /** Takes the change back. */
    void restore() {
        for (int i = 0; i < loose; i++) {
            draft.tourOf[loosened[i]] = wasIn[i];
        }
        for (int i = 0; i < count; i++) {
            Timetable changed = draft.tours[vans[i]];
            draft.tours[vans[i]] = kept(vans[i]);
            kept[vans[i]] = changed;
            draft.tours[vans[i]].index();
        }
    }

    /** The vans touched, in order. */
    int[] touchedInOrder() {
        int[] inOrder = Arrays.copyOf(vans, count);
        Arrays.sort(inOrder);
        return inOrder;
    }
}
