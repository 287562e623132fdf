package org.lotse.engine.planning.routes.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.RoutesInForce.Slot;
import org.lotse.engine.planning.routes.Visit;

/**
 * Finds times to offer: looks at every position of every tour, then prices the most promising ones truly, by agreeing the
 * visit there and letting the tours around rearrange themselves.
 */
final class OfferSlots {
    /** Appointments begin on full quarters of an hour where one fits, else at full five minutes, else at a full minute. */
    private static final int[] GRIDS = {15, 5, 1};

    private static final int PRICED = 10;
    private static final int PER_SHIFT = 2;
    private static final int STEPS = 64;
    private static final long NANOS = 10_000_000L;
    private final LiveRoutes live;
    private final LongSupplier nanos;

    OfferSlots(LiveRoutes live, LongSupplier nanos) {
        this.live = live;
        this.nanos = nanos;
    }

    /** A position in a tour, and when the service would begin there. */
    private record Candidate(int van, int position, double at, double extra, double minutes) {}

    List<Slot> best(Visit wanted, @Nullable Place place, double from, int most) {
        long start = nanos.getAsLong();
        Between between = Between.of(wanted, live.problem(), live.plan());
        Visit asked = between.cut(wanted);
        if (asked == null) {
            return List.of();
        }
        double notBefore = Math.max(from, between.from());
        Draft now = live.draft();
        RouteModel model = now.model.with(asked, place, live.ways());
        Draft draft = new Draft(model, now);
        int visit = model.visits - 1;
        List<Candidate> candidates = promising(draft, visit, notBefore, Math.max(PRICED, most));
        if (candidates.isEmpty()) {
            return List.of();
        }
        Tariff tariff = new Tariff(model);
        Chain chain = new Chain(
                draft, tariff, new Neighbours(model, live.neighbours()), new Closeness(model, live.closeness()), 11);
        double before = tariff.of(draft) - tariff.of(visit, -1);
        List<Slot> slots = new ArrayList<>();
        long end = start + NANOS;
        for (Candidate candidate : candidates) {
            boolean late = nanos.getAsLong() > end;
            double after = late ? before + candidate.extra() : price(chain, draft, visit, candidate, end);
            Van van = model.van[candidate.van()];
            slots.add(new Slot(
                    van.rep().id(),
                    van.shift(),
                    candidate.at(),
                    candidate.at() + asked.serviceMinutes(),
                    candidate.minutes(),
                    Math.max(0, after - before)));
        }
        slots.sort(Comparator.comparingDouble(Slot::extraCost).thenComparingDouble(Slot::from));
        return List.copyOf(slots.subList(0, Math.min(most, slots.size())));
    }

    /** What everything costs once the visit is agreed there and the tours around have rearranged themselves. */
    private double price(Chain chain, Draft draft, int visit, Candidate candidate, long end) {
        draft.model.agree(visit, candidate.van(), candidate.at());
        draft.tours[candidate.van()].place = candidate.position();
        int[] before = draft.sequence(candidate.van());
        draft.insert(candidate.van(), visit);
        boolean[] touched = new boolean[draft.model.vans];
        touched[candidate.van()] = true;
        Region region = new Region(draft, touched);
        chain.begin(draft);
        chain.own(region.vans(), new boolean[draft.model.visits]);
        chain.quick(changes -> changes >= STEPS || nanos.getAsLong() > end ? -1 : 0);
        draft.set(candidate.van(), before, before.length);
        draft.tourOf[visit] = -1;
        return chain.bestCost();
    }

    private List<Candidate> promising(Draft draft, int visit, double notBefore, int most) {
        RouteModel model = draft.model;
        List<Candidate> all = new ArrayList<>();
        for (int k = 0; k < model.vans; k++) {
            Timetable tour = draft.tours[k];
            if (model.allowed[visit][k] && tour.hasRoomFor(visit) && model.van[k].latest() > notBefore) {
                List<Candidate> here = inTour(draft, k, visit, notBefore);
                here.sort(Comparator.comparingDouble(Candidate::extra));
                all.addAll(here.subList(0, Math.min(PER_SHIFT, here.size())));
            }
        }
        all.sort(Comparator.comparingDouble(Candidate::extra));
        return all.subList(0, Math.min(most, all.size()));
    }

    private static List<Candidate> inTour(Draft draft, int van, int visit, double notBefore) {
        RouteModel model = draft.model;
        Timetable tour = draft.tours[van];
        double[] span = new double[2];
        List<Candidate> found = new ArrayList<>();
        for (int position = 0; position <= tour.size(); position++) {
            if (tour.span(position, visit, span)) {
                double at = onGrid(Math.max(span[0], notBefore), span[1]);
                double extra = tour.detour(position, visit)
                        + model.pairings.cost(visit, van)
                        + (tour.size() == 0 ? model.van[van].used() : 0);
                if (at >= 0 && model.begin(visit, at) == at) {
                    found.add(new Candidate(van, position, at, extra, tour.detourMinutes(position, visit)));
                }
            }
        }
        return found;
    }

    private static double onGrid(double from, double to) {
        for (int grid : GRIDS) {
            double at = Math.ceil(from / grid - 1e-9) * grid;
            if (at <= to) {
                return at;
            }
        }
        return -1;
    }
}
