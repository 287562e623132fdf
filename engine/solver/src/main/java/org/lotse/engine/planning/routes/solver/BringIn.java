package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.VisitReason;
import org.lotse.engine.planning.routes.WouldHelp;

/** Finds what would bring a visit in that is left out of a draft: some overtime, another time, a skill, room, more value. */
final class BringIn {
    /** More overtime than this helps nobody. */
    private static final double MOST_OVERTIME = 120;

    private final RouteModel model;
    private final Draft draft;
    private final @Nullable Timetable[] longer;
    /** Nobody asks where visits stand in the tours that are only tried. */
    private final int[] index;

    BringIn(Draft draft) {
        this.draft = draft;
        this.model = draft.model;
        this.longer = new Timetable[model.vans];
        this.index = new int[model.visits];
    }

    List<WouldHelp> what(int visit, VisitReason reason) {
        List<WouldHelp> help = new ArrayList<>();
        if (reason instanceof VisitReason.NotWorthTheWay(var value, var cost)) {
            help.add(new WouldHelp.Worth(cost));
            return help;
        }
        if (reason instanceof VisitReason.BeforeLeftOut(var others)) {
            help.add(new WouldHelp.Before(others));
            return help;
        }
        if (!model.pinned[visit]) {
            add(help, overtime(visit));
            add(help, otherTime(visit));
        }
        add(help, skill(visit));
        add(help, room(visit));
        return help;
    }

    private static void add(List<WouldHelp> help, @Nullable WouldHelp one) {
        if (one != null) {
            help.add(one);
        }
    }

    private @Nullable WouldHelp overtime(int visit) {
        double least = MOST_OVERTIME;
        int who = -1;
        for (int k = 0; k < model.vans; k++) {
            if (!may(visit, k) || !draft.tours[k].hasRoomFor(visit)) {
                continue;
            }
            Timetable tour = longer(k);
            Timetable tried = Timetable.of(model, k, index, MOST_OVERTIME);
            for (int position = 0; position <= tour.size(); position++) {
                if (tour.fits(position, visit)) {
                    tried.copy(tour);
                    tried.place = position;
                    tried.insert(visit);
                    double more = tried.back() - model.van[k].latest();
                    if (more > 0 && more < least) {
                        least = more;
                        who = k;
                    }
                }
            }
        }
        return who < 0 ? null : new WouldHelp.Overtime(model.van[who].rep().id(), model.van[who].shift(), least);
    }

    private Timetable longer(int van) {
        Timetable tour = longer[van];
        if (tour == null) {
            tour = Timetable.of(model, van, index, MOST_OVERTIME);
            int[] sequence = draft.sequence(van);
            tour.set(sequence, sequence.length);
            longer[van] = tour;
        }
        return tour;
    }

    private boolean may(int visit, int van) {
        return model.allowed[visit][van]
                && model.groups.allow(visit, van, draft.tourOf)
                && model.van[van].from() < model.van[van].latest();
    }

    private @Nullable WouldHelp otherTime(int visit) {
        double least = Double.POSITIVE_INFINITY;
        WouldHelp found = null;
        double[] span = new double[2];
        for (int k = 0; k < model.vans; k++) {
            Timetable tour = draft.tours[k];
            for (int position = 0; may(visit, k) && tour.hasRoomFor(visit) && position <= tour.size(); position++) {
                double detour = tour.detour(position, visit);
                if (detour < least && tour.keepsOrder(position, visit) && tour.spanAtAnyTime(position, visit, span)) {
                    least = detour;
                    double minute = Math.ceil(span[0]);
                    found = new WouldHelp.OtherTime(model.van[k].rep().id(), minute <= span[1] ? minute : span[0]);
                }
            }
        }
        return found;
    }

    private @Nullable WouldHelp skill(int visit) {
        Visit asked = model.problem.visits().get(visit);
        double least = Double.POSITIVE_INFINITY;
        WouldHelp found = null;
        for (int k = 0; k < model.vans; k++) {
            Set<String> missing = new TreeSet<>(asked.skills());
            missing.removeAll(model.van[k].rep().skills());
            Visit.Pin pin = asked.pinned();
            boolean theirs = pin == null || pin.rep().equals(model.van[k].rep().id());
            if (missing.isEmpty() || !theirs || !draft.tours[k].hasRoomFor(visit)) {
                continue;
            }
            double cost = missing.size() * 1e6 + draft.tours[k].cheapest(visit, Double.POSITIVE_INFINITY, Chance.NONE);
            if (cost < least) {
                least = cost;
                found = new WouldHelp.Skill(model.van[k].rep().id(), missing);
            }
        }
        return found;
    }

    private @Nullable WouldHelp room(int visit) {
        double least = Double.POSITIVE_INFINITY;
        WouldHelp found = null;
        for (int k = 0; k < model.vans; k++) {
            Timetable tour = draft.tours[k];
            boolean skilled = model.van[k]
                    .rep()
                    .skills()
                    .containsAll(model.problem.visits().get(visit).skills());
            if (!skilled
                    || tour.hasRoomFor(visit)
                    || Double.isInfinite(tour.cheapest(visit, Double.POSITIVE_INFINITY, Chance.NONE))) {
                continue;
            }
            double more = tour.roomMissingFor(visit);
            if (more < least) {
                least = more;
                found = new WouldHelp.Room(model.van[k].rep().id(), more);
            }
        }
        return found;
    }
}
