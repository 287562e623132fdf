package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.variable.PlanningListVariable;

/**
 * What OptaPlanner plans: the visits of one van in order. One more tour, without a van and without an order, holds the
 * visits that are left out, because this version of OptaPlanner knows no unassigned list values.
 */
@PlanningEntity
public class Tour {
    static final int NO_VAN = -1;
    final RouteModel model;
    final int van;

    @PlanningListVariable(valueRangeProviderRefs = "visits")
    List<PlannedVisit> visits;

    private int[] judged = {-1};
    private Figures figures = Figures.NONE;

    Tour(RouteModel model, int van, List<PlannedVisit> visits) {
        this.model = model;
        this.van = van;
        this.visits = new ArrayList<>(visits);
    }

    Tour copy() {
        Tour copy = new Tour(model, van, visits);
        copy.judged = judged;
        copy.figures = figures;
        return copy;
    }

    boolean drives() {
        return van != NO_VAN && !visits.isEmpty();
    }

    boolean leftOut() {
        return van == NO_VAN && !visits.isEmpty();
    }

    boolean holdsGroups() {
        return visits.stream().anyMatch(v -> model.groups.mates(v.number).length > 0);
    }

    boolean holdsSeries() {
        return visits.stream().anyMatch(v -> model.groups.series(v.number).length > 0);
    }

    /** How many visits of this tour follow one of the other too soon, or it them. */
    long tooCloseTo(Tour other) {
        long close = 0;
        for (PlannedVisit visit : visits) {
            for (int mate : model.groups.series(visit.number)) {
                boolean there = other.visits.stream().anyMatch(v -> v.number == mate && v != visit);
                close += there && model.groups.tooClose(visit.number, van, other.van) ? 1 : 0;
            }
        }
        return close;
    }

    boolean holdsOrdered() {
        return visits.stream().anyMatch(v -> model.groups.precedence().linked(v.number));
    }

    /** The visits of this tour that come too soon after, or before, one of the other tour that they have to follow. */
    List<String> tooSoonAfter(Tour other) {
        Precedence precedence = model.groups.precedence();
        List<String> early = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            int visit = visits.get(i).number;
            boolean tooSoon = other == this && precedence.lacks(visit);
            for (int earlier : precedence.before(visit)) {
                int at = other.indexOf(earlier);
                tooSoon |= at >= 0
                        && (other.van == NO_VAN
                                ? !precedence.promised(visit)
                                : other == this ? at > i : !precedence.inOrder(earlier, other.van, visit, van));
            }
            if (tooSoon) {
                early.add(visits.get(i).toString());
            }
        }
        return early;
    }

    private int indexOf(int number) {
        for (int i = 0; i < visits.size(); i++) {
            if (visits.get(i).number == number) {
                return i;
            }
        }
        return -1;
    }

    String rep() {
        return model.van[van].rep().id();
    }

    double service() {
        double service = 0;
        for (PlannedVisit visit : visits) {
            service += model.service[visit.number];
        }
        return service;
    }

    List<String> ids() {
        return visits.stream().map(PlannedVisit::toString).toList();
    }

    /** Whether both have visits of one group. */
    boolean sharesGroup(Tour other) {
        for (PlannedVisit visit : visits) {
            for (int mate : model.groups.mates(visit.number)) {
                if (other.visits.stream().anyMatch(v -> v.number == mate)) {
                    return true;
                }
            }
        }
        return false;
    }

    int[] numbers() {
        int[] numbers = new int[visits.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = visits.get(i).number;
        }
        return numbers;
    }

    boolean holds(int[] numbers) {
        if (numbers.length != visits.size()) {
            return false;
        }
        for (int i = 0; i < numbers.length; i++) {
            if (visits.get(i).number != numbers[i]) {
                return false;
            }
        }
        return true;
    }

    /** What the rules look at; worked out anew whenever the visits are others than last time. */
    Figures figures() {
        if (!holds(judged)) {
            judged = numbers();
            figures = Figures.of(model, van, judged);
        }
        return figures;
    }

    @Override
    public String toString() {
        return (van == NO_VAN ? "left out" : model.van[van].rep().id()) + Arrays.toString(numbers());
    }
}
