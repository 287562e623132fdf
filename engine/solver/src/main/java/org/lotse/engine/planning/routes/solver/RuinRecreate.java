package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;

/**
 * Takes strings of visits that lie near one another out of a draft and puts them back one by one where they cost least,
 * now and then overlooking a position (slack induction by string removals, Christiaens and Vanden Berghe 2020). Visits are
 * put next to those they go well with. Agreed appointments are never taken out; only own vans are touched.
 */
final class RuinRecreate {
    private static final double AVERAGE_REMOVED = 10;
    private static final int LONGEST_STRING = 10;
    private static final double SPLIT_SHARE = 0.5;
    private static final double GROW_GAP_SHARE = 0.01;
    private static final int OPTIONAL_TRIED = 8;
    private static final double DARING_SHARE = 0.1;
    private static final boolean[] NONE = new boolean[0];

    private final RouteModel model;
    private final Draft draft;
    private final Neighbours neighbours;
    private final InsertionOrder order;
    private final BestPlace places;
    private final Undo undo;
    private final int[] sequence;
    private final int[] loose;
    private int looseCount;
    private final boolean[] isLoose;
    private boolean[] own;
    private boolean[] fixed = NONE;
    private int[] seeds = new int[0];
    private double averageTour = LONGEST_STRING;
    private int leftOut;

    RuinRecreate(Draft draft, Neighbours neighbours, Closeness closeness) {
        this.draft = draft;
        this.model = draft.model;
        this.neighbours = neighbours;
        this.order = new InsertionOrder(model);
        this.undo = new Undo(draft);
        this.places = new BestPlace(draft, closeness);
        this.sequence = new int[model.visits];
        this.loose = new int[model.visits];
        this.isLoose = new boolean[model.visits];
        this.own = new boolean[model.vans];
        Arrays.fill(own, true);
    }

    /** From now on only these vans, and of the visits left out only these, are touched. */
    void own(boolean[] vans, boolean[] visits) {
        this.own = vans;
        this.fixed = fixed();
        places.own(vans);
        int[] found = new int[model.visits];
        int count = 0;
        int planned = 0;
        int used = 0;
        leftOut = 0;
        for (int v = 0; v < model.visits; v++) {
            int van = draft.tourOf[v];
            boolean mine = van >= 0 ? vans[van] : visits[v];
            if (mine) {
                found[count++] = v;
                planned += van >= 0 ? 1 : 0;
                leftOut += van < 0 ? 1 : 0;
            }
        }
        for (int k = 0; k < model.vans; k++) {
            used += vans[k] && draft.tours[k].size() > 0 ? 1 : 0;
        }
        seeds = Arrays.copyOf(found, count);
        averageTour = used == 0 ? 1 : (double) planned / used;
    }

    Undo undo() {
        return undo;
    }

    /** Ruins and recreates once; nothing to do when no visit is one's own. */
    void change(Chance chance) {
        undo.begin();
        looseCount = 0;
        if (seeds.length == 0) {
            return;
        }
        int seed = seeds[chance.below(seeds.length)];
        ruin(seed, chance);
        if (!model.groups.moveAlone()) {
            gatherMates();
        }
        if (leftOut > 0) {
            gatherLeftOut(seed, chance);
        }
        for (int i = 0; i < looseCount; i++) {
            isLoose[loose[i]] = false;
            undo.loosened(loose[i]);
        }
        order.sort(loose, looseCount, chance);
        if (model.groups.precedence().some()) {
            model.groups.precedence().earlierFirst(loose, looseCount);
        }
        for (int i = 0; i < looseCount; i++) {
            recreate(loose[i], chance);
        }
        leftOut += undo.moreLeftOut();
    }

    /** Takes the last change back. */
    void takeBack() {
        leftOut -= undo.moreLeftOut();
        undo.restore();
        for (int i = 0; i < undo.touchedCount(); i++) {
            places.look(undo.touchedVan(i));
        }
    }

    private void ruin(int seed, Chance chance) {
        double longest = Math.min(LONGEST_STRING, averageTour);
        double most = 4 * AVERAGE_REMOVED / (1 + longest) - 1;
        int strings = (int) Math.floor(chance.share() * Math.max(1, most) + 1);
        int[] near = neighbours.of(seed);
        int opened = 0;
        for (int i = -1; i < near.length && opened < strings; i++) {
            int visit = i < 0 ? seed : near[i];
            int van = draft.tourOf[visit];
            if (van >= 0 && own[van] && !undo.isTouched(van)) {
                undo.touch(van);
                opened++;
                removeString(van, visit, longest, chance);
            }
        }
    }

    private void removeString(int van, int visit, double longest, Chance chance) {
        Timetable tour = draft.tours[van];
        int size = tour.size();
        int length = (int) Math.floor(chance.share() * Math.min(size, longest) + 1);
        length = Math.min(length, size);
        int kept = 0;
        if (length > 1 && length < size && chance.happens(SPLIT_SHARE)) {
            kept = 1;
            while (length + kept < size && chance.happens(GROW_GAP_SHARE)) {
                kept++;
            }
        }
        int at = draft.indexOf[visit];
        int span = length + kept;
        int earliest = Math.max(0, at - span + 1);
        int first = earliest + chance.below(Math.min(at, size - span) - earliest + 1);
        int keepFrom = kept == 0 ? first + span : first + 1 + chance.below(length - 1);
        int count = 0;
        for (int i = 0; i < size; i++) {
            int here = tour.at(i);
            boolean inside = i >= first && i < first + span && !(i >= keepFrom && i < keepFrom + kept);
            if (inside && !model.pinned[here] && !isFixed(here)) {
                loosen(here);
            } else {
                sequence[count++] = here;
            }
        }
        draft.set(van, sequence, count);
        places.look(van);
    }

    /** A group, and what follows one another, moves as a whole or not at all. */
    private void gatherMates() {
        for (int i = 0; i < looseCount; i++) {
            gather(model.groups.mates(loose[i]));
            gather(model.groups.precedence().before(loose[i]));
            gather(model.groups.precedence().after(loose[i]));
        }
    }

    private void gather(int[] mates) {
        for (int mate : mates) {
            int van = draft.tourOf[mate];
            if (van >= 0 && own[van] && !isLoose[mate] && !model.pinned[mate] && !isFixed(mate)) {
                undo.touch(van);
                takeOut(van, mate);
            }
        }
    }

    private boolean isFixed(int visit) {
        return fixed.length > 0 && fixed[visit];
    }

    /** What follows a visit in somebody else's tour, or comes before one there, however indirectly, stays where it is. */
    private boolean[] fixed() {
        Precedence precedence = model.groups.precedence();
        if (!precedence.some()) {
            return NONE;
        }
        boolean[] stays = new boolean[model.visits];
        boolean more = true;
        for (int v = 0; v < stays.length; v++) {
            stays[v] = draft.tourOf[v] >= 0 && !own[draft.tourOf[v]];
        }
        while (more) {
            more = false;
            for (int v = 0; v < stays.length; v++) {
                boolean held = !stays[v] && (any(precedence.before(v), stays) || any(precedence.after(v), stays));
                stays[v] |= held;
                more |= held;
            }
        }
        return stays;
    }

    private static boolean any(int[] visits, boolean[] marked) {
        for (int visit : visits) {
            if (marked[visit]) {
                return true;
            }
        }
        return false;
    }

    private void takeOut(int van, int visit) {
        Timetable tour = draft.tours[van];
        int count = 0;
        for (int i = 0; i < tour.size(); i++) {
            if (tour.at(i) != visit) {
                sequence[count++] = tour.at(i);
            }
        }
        loosen(visit);
        draft.set(van, sequence, count);
        places.look(van);
    }

    private void loosen(int visit) {
        loose[looseCount++] = visit;
        isLoose[visit] = true;
    }

    /** Of the visits left out, the ones near the ruin are tried again, and a few from anywhere. */
    private void gatherLeftOut(int seed, Chance chance) {
        int before = looseCount;
        tryAgain(seed);
        int[] near = neighbours.of(seed);
        for (int i = 0; i < near.length && looseCount - before < OPTIONAL_TRIED; i++) {
            tryAgain(near[i]);
        }
        for (int i = 0; i < OPTIONAL_TRIED && looseCount - before < OPTIONAL_TRIED + 2; i++) {
            tryAgain(seeds[chance.below(seeds.length)]);
        }
    }

    private void tryAgain(int visit) {
        if (draft.tourOf[visit] < 0 && !isLoose[visit]) {
            loosen(visit);
        }
    }

    private void recreate(int visit, Chance chance) {
        double limit = draft.leftOut(visit);
        if (limit < Double.POSITIVE_INFINITY && chance.happens(DARING_SHARE)) {
            limit *= 2;
        }
        int van = places.find(visit, limit, chance);
        if (van >= 0) {
            undo.touch(van);
            draft.tours[van].place = places.position();
            draft.insert(van, visit);
            places.look(van);
        }
    }
}
