package org.lotse.api.planning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;
import org.lotse.engine.planning.routes.GivenMatrix;
import org.lotse.engine.planning.routes.GreatCircle;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.TravelTimes;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;
import tools.jackson.databind.JsonNode;

/** Reads route problems. */
final class RoutesJson {
    private final List<Flaw> flaws;
    private Times times = new Times(ZoneOffset.UTC, null);

    RoutesJson(List<Flaw> flaws) {
        this.flaws = flaws;
    }

    /** Reads parts of a problem whose times are known. */
    RoutesJson(List<Flaw> flaws, Times times) {
        this.flaws = flaws;
        this.times = times;
    }

    Times times() {
        return times;
    }

    RouteProblem read(JsonNode root) {
        Fields fields = new Fields(root, "", flaws);
        ZoneId zone = CallsJson.zone(fields, "zone");
        times = new Times(zone == null ? ZoneOffset.UTC : zone, day(fields, root));
        List<Place> places = new ArrayList<>();
        for (Fields place : fields.objects("places")) {
            places.add(new Place(place.text("id"), place.number("lat"), place.number("lon")));
            place.end();
        }
        Optional<Fields> travelFields = fields.object("travel");
        TravelTimes travel = travelFields.map(this::travel).orElseGet(() -> new GreatCircle(50, 1.3));
        if (travelFields.isEmpty()) {
            fields.flaw("travel", Code.MISSING, "field", "travel");
        }
        List<Rep> reps = new ArrayList<>();
        for (Fields rep : fields.neededObjects("reps")) {
            reps.add(rep(rep));
        }
        List<Visit> visits = new ArrayList<>();
        for (Fields visit : fields.neededObjects("visits")) {
            visits.add(visit(visit));
        }
        boolean kilometresOnly = travel instanceof GivenMatrix matrix && !matrix.knowsMinutes();
        Objective objective = fields.object("objective")
                .map(RoutesJson::objective)
                .orElseGet(() -> new Objective(0, kilometresOnly ? 0 : 1, kilometresOnly ? 1 : 0, null));
        RoutePlan previous = fields.object("previous").map(this::previous).orElse(null);
        double disturbancePrice = fields.number("disturbancePrice", 0);
        fields.end();
        return new RouteProblem(travel, places, reps, visits, objective, previous, disturbancePrice);
    }

    /** The day named, or the earliest one any time is written on. */
    private static @Nullable LocalDate day(Fields fields, JsonNode root) {
        String named = fields.optionalText("day");
        TreeSet<LocalDate> days = new TreeSet<>();
        boolean dated = dates(root.path("reps"), days) | dates(root.path("visits"), days);
        if (!dated) {
            return null;
        }
        try {
            return named == null ? days.getFirst() : LocalDate.parse(named);
        } catch (DateTimeException e) {
            fields.flaw("day", Code.WRONG_TYPE, "value", String.valueOf(named), "expected", "2026-11-23");
            return days.getFirst();
        }
    }

    private static boolean dates(JsonNode node, Set<LocalDate> days) {
        boolean found = false;
        if (node.isString() && node.stringValue().matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
            try {
                found = days.add(LocalDate.parse(node.stringValue().substring(0, 10))) || !days.isEmpty();
            } catch (DateTimeException e) {
                return false;
            }
        }
        for (JsonNode child : node) {
            found |= dates(child, days);
        }
        return found;
    }

    private TravelTimes travel(Fields fields) {
        String kind = fields.text("kind");
        TravelTimes travel;
        if (kind.equals("matrix")) {
            double @Nullable [][] minutes = fields.table("minutes");
            double @Nullable [][] kilometres = fields.table("kilometres");
            if (minutes == null && kilometres == null) {
                fields.flaw("minutes", Code.MISSING, "field", "minutes");
            }
            travel = new GivenMatrix(fields.texts("places"), minutes, kilometres);
        } else {
            if (!kind.equals("great-circle")) {
                fields.flaw("kind", Code.WRONG_TYPE, "value", kind, "expected", "matrix, great-circle");
            }
            travel = new GreatCircle(fields.number("kmh", 50), fields.number("detour", 1.3));
        }
        fields.end();
        return travel;
    }

    /** A rep, for a plan in force. */
    Rep rep(Fields fields) {
        List<Rep.Shift> shifts = new ArrayList<>();
        fields.object("shift").ifPresent(s -> shifts.add(shift(s)));
        for (Fields shift : fields.objects("shifts")) {
            shifts.add(shift(shift));
        }
        List<Rep.Break> breaks = new ArrayList<>();
        for (Fields pause : fields.objects("breaks")) {
            breaks.add(
                    new Rep.Break(times.minutes(pause, "from"), times.minutes(pause, "to"), pause.number("minutes")));
            pause.end();
        }
        fields.notYet("reload", !fields.texts("reload").isEmpty());
        String start = fields.text("start");
        String end = fields.optionalText("end");
        Rep rep = new Rep(
                fields.text("id"),
                start,
                end == null ? start : end,
                shifts,
                Set.copyOf(fields.texts("skills")),
                fields.numbers("capacity"),
                fields.number("fixedCost", 0),
                breaks);
        fields.end();
        return rep;
    }

    private Rep.Shift shift(Fields fields) {
        Rep.Shift shift = new Rep.Shift(
                times.minutes(fields, "from"),
                times.minutes(fields, "to"),
                fields.number("overtimeMinutes", 0),
                fields.optionalText("start"),
                fields.numbers("carried"));
        fields.end();
        return shift;
    }

    private Window window(Fields fields) {
        Window window = new Window(times.minutes(fields, "from"), times.minutes(fields, "to"));
        fields.end();
        return window;
    }

    /** A visit, for a plan in force. */
    Visit visit(Fields fields) {
        fields.notYet("release", true);
        Visit visit = new Visit(
                fields.text("id"),
                fields.text("place"),
                fields.number("serviceMinutes", 0),
                fields.objects("windows").stream().map(this::window).toList(),
                fields.numbers("demand"),
                Set.copyOf(fields.texts("skills")),
                fields.number("priority", 1),
                fields.optionalNumber("value"),
                fields.flag("mandatory"),
                fields.any("due") == null ? null : (Double) times.minutes(fields, "due"),
                fields.optionalText("preferredRep"),
                fields.optionalText("onlyRep"),
                fields.optionalText("group"),
                fields.object("pinned").map(this::pin).orElse(null));
        fields.end();
        return visit;
    }

    private Visit.Pin pin(Fields fields) {
        Visit.Pin pin = new Visit.Pin(fields.text("rep"), times.minutes(fields, "at"));
        fields.end();
        return pin;
    }

    private static Objective objective(Fields fields) {
        Objective objective = new Objective(
                fields.number("perRep", 0),
                fields.number("perMinute", fields.has("perKilometre") ? 0 : 1),
                fields.number("perKilometre", 0),
                fields.optionalNumber("perUnplanned"),
                fields.number("perOvertimeMinute", Objective.OVERTIME),
                fields.number("perOtherRep", Objective.OTHER_REP));
        fields.end();
        return objective;
    }

    /** Of a previous plan only who visits whom in which order counts; its texts and figures are passed over. */
    RoutePlan previous(Fields fields) {
        List<RoutePlan.Route> routes = new ArrayList<>();
        for (Fields route : fields.neededObjects("routes")) {
            List<RoutePlan.Stop> stops = new ArrayList<>();
            for (Fields stop : route.objects("stops")) {
                stops.add(new RoutePlan.Stop(
                        stop.text("visit"), at(stop, "arrive"), at(stop, "start"), at(stop, "leave")));
                stop.end();
            }
            routes.add(new RoutePlan.Route(
                    route.text("rep"), (int) route.number("shift", 0), 0, stops, List.of(), 0, 0, null));
            List.of("depart", "back", "rests", "travelMinutes", "kilometres").forEach(route::any);
            route.end();
        }
        List.of("unplanned", "cost", "travelMinutes", "kilometres", "feasible", "figures")
                .forEach(fields::any);
        fields.end();
        return new RoutePlan(routes, List.of(), 0, 0, null, true);
    }

    private double at(Fields fields, String name) {
        return fields.any(name) == null ? 0 : times.minutes(fields, name);
    }
}
