package org.lotse.engine.planning.routes.solver;

import java.util.Arrays;
import java.util.Random;

/**
 * Takes strings of visits that lie near one another out of a draft and puts them back one by one where they cost least,
 * now and then overlooking a position (slack induction by string removals, Christiaens and Vanden Berghe 2020). Agreed
 * appointments are never taken out.
 */
final class RuinRecreate {
    private static final double AVERAGE_REMOVED = 10;
    private static final int LONGEST_STRING = 10;
    private static final double SPLIT_SHARE = 0.5;
    private static final double GROW_GAP_SHARE = 0.01;
    private static final double BLINKS = 0.01;
    private static final int OPTIONAL_TRIED = 12;
    private static final double DARING_SHARE = 0.1;

    private final RouteModel model;
    private final Draft draft;
    private final Neighbours neighbours;
    private final InsertionOrder order;
    private final boolean[] touched;
    private final int[] touchedVans;
    private int touchedCount;
    private final int[] sequence;
    private final int[] loose;
    private int looseCount;
    private final boolean[] isLoose;

    RuinRecreate(Draft draft) {
        this.draft = draft;
        this.model = draft.model;
        this.neighbours = new Neighbours(model);
        this.order = new InsertionOrder(model);
        this.touched = new boolean[model.vans];
        this.touchedVans = new int[model.vans];
        this.sequence = new int[model.visits];
        this.loose = new int[model.visits];
        this.isLoose = new boolean[model.visits];
    }

    /** Vans changed by the last {@link #change}. */
    int touchedCount() {
        return touchedCount;
    }

    int touchedVan(int index) {
        return touchedVans[index];
    }

    /** Ruins and recreates once. */
    void change(Random random) {
        for (int i = 0; i < touchedCount; i++) {
            touched[touchedVans[i]] = false;
        }
        touchedCount = 0;
        looseCount = 0;
        int seed = random.nextInt(model.visits);
        ruin(seed, random);
        gatherLeftOut(seed, random);
        order.sort(loose, looseCount, random);
        for (int i = 0; i < looseCount; i++) {
            recreate(loose[i], random);
        }
    }

    private void ruin(int seed, Random random) {
        int used = 0;
        int planned = 0;
        for (Timetable tour : draft.tours) {
            used += tour.size() > 0 ? 1 : 0;
            planned += tour.size();
        }
        if (used == 0) {
            return;
        }
        double longest = Math.min(LONGEST_STRING, (double) planned / used);
        double most = 4 * AVERAGE_REMOVED / (1 + longest) - 1;
        int strings = (int) Math.floor(random.nextDouble() * Math.max(1, most) + 1);
        int[] near = neighbours.of(seed);
        int opened = 0;
        for (int i = -1; i < near.length && opened < strings; i++) {
            int visit = i < 0 ? seed : near[i];
            int van = draft.tourOf[visit];
            if (van >= 0 && !touched[van]) {
                touch(van);
                opened++;
                removeString(van, visit, longest, random);
            }
        }
    }

    private void touch(int van) {
        if (!touched[van]) {
            touched[van] = true;
            touchedVans[touchedCount++] = van;
        }
    }

    private void removeString(int van, int visit, double longest, Random random) {
        Timetable tour = draft.tours[van];
        int size = tour.size();
        int length = (int) Math.floor(random.nextDouble() * Math.min(size, longest) + 1);
        length = Math.min(length, size);
        int kept = 0;
        if (length > 1 && length < size && random.nextDouble() < SPLIT_SHARE) {
            kept = 1;
            while (length + kept < size && random.nextDouble() < GROW_GAP_SHARE) {
                kept++;
            }
        }
        int at = 0;
        while (tour.at(at) != visit) {
            at++;
        }
        int span = length + kept;
        int earliest = Math.max(0, at - span + 1);
        int first = earliest + random.nextInt(Math.min(at, size - span) - earliest + 1);
        int keepFrom = kept == 0 ? first + span : first + 1 + random.nextInt(length - 1);
        int count = 0;
        for (int i = 0; i < size; i++) {
            int here = tour.at(i);
            boolean inside = i >= first && i < first + span && !(i >= keepFrom && i < keepFrom + kept);
            if (inside && !model.pinned[here]) {
                loosen(here);
            } else {
                sequence[count++] = here;
            }
        }
        draft.set(van, sequence, count);
    }

    private void loosen(int visit) {
        loose[looseCount++] = visit;
        isLoose[visit] = true;
    }

    /** Of the visits left out, the ones near the ruin are tried again, and a few from anywhere. */
    private void gatherLeftOut(int seed, Random random) {
        int before = looseCount;
        int[] near = neighbours.of(seed);
        if (draft.tourOf[seed] < 0 && !isLoose[seed]) {
            loosen(seed);
        }
        for (int i = 0; i < near.length && looseCount - before < OPTIONAL_TRIED; i++) {
            if (draft.tourOf[near[i]] < 0 && !isLoose[near[i]]) {
                loosen(near[i]);
            }
        }
        int start = random.nextInt(model.visits);
        for (int i = 0; i < model.visits && looseCount - before < OPTIONAL_TRIED + 4; i++) {
            int visit = (start + i) % model.visits;
            if (draft.tourOf[visit] < 0 && !isLoose[visit]) {
                loosen(visit);
            }
        }
        for (int i = 0; i < looseCount; i++) {
            isLoose[loose[i]] = false;
        }
    }

    private void recreate(int visit, Random random) {
        double limit = draft.leftOut(visit);
        if (limit < Double.POSITIVE_INFINITY && random.nextDouble() < DARING_SHARE) {
            limit *= 2;
        }
        int van = draft.cheapestVan(visit, limit, BLINKS, random);
        if (van >= 0) {
            touch(van);
            draft.insert(van, visit);
        }
    }

    int[] touchedInOrder() {
        int[] vans = Arrays.copyOf(touchedVans, touchedCount);
        Arrays.sort(vans);
        return vans;
    }
}
