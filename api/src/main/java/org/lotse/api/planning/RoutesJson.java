package org.lotse.api.planning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;
import org.lotse.engine.planning.routes.GivenMatrix;
import org.lotse.engine.planning.routes.GreatCircle;
import org.lotse.engine.planning.routes.HourFactors;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.RecurringVisits;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.RushHours;
import org.lotse.engine.planning.routes.TravelTimes;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;
import tools.jackson.databind.JsonNode;

/** Reads route problems. */
final class RoutesJson {
    private static final double MINUTES_OF_A_DAY = 1440;

    private final List<Flaw> flaws;
    private final Map<String, String> areaOf = new HashMap<>();
    private Geography geography = Geography.unknown();
    private Times times = new Times(ZoneOffset.UTC, null);

    RoutesJson(List<Flaw> flaws) {
        this.flaws = flaws;
    }

    /** Reads a problem whose places may be postal codes and whose ways may go over roads. */
    RoutesJson(List<Flaw> flaws, Geography geography) {
        this.flaws = flaws;
        this.geography = geography;
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
            places.add(place(place));
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
            visits.addAll(visits(visit, reps));
        }
        boolean kilometresOnly = given(travel) instanceof GivenMatrix matrix && !matrix.knowsMinutes();
        Objective objective = fields.object("objective")
                .map(RoutesJson::objective)
                .orElseGet(() -> new Objective(0, kilometresOnly ? 0 : 1, kilometresOnly ? 1 : 0, null));
        RoutePlan previous = fields.object("previous").map(this::previous).orElse(null);
        double disturbancePrice = fields.number("disturbancePrice", 0);
        fields.end();
        return new RouteProblem(travel, places, reps, visits, objective, previous, disturbancePrice);
    }

    private static TravelTimes given(TravelTimes travel) {
        return travel instanceof RushHours rush ? rush.free() : travel;
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

    /** A place by its coordinates or by its postal code; the code is the area of visits there. */
    private Place place(Fields fields) {
        String id = fields.text("id");
        String code = fields.optionalText("postalCode");
        if (code == null) {
            Place place = new Place(id, fields.number("lat"), fields.number("lon"));
            fields.end();
            return place;
        }
        String country = fields.optionalText("country");
        fields.any("lat");
        fields.any("lon");
        fields.end();
        areaOf.put(id, code);
        if (fields.has("lat") && fields.has("lon")) {
            return new Place(id, fields.number("lat"), fields.number("lon"));
        }
        if (geography.postalCodes().isEmpty()) {
            fields.flaw("postalCode", Code.NO_POSTAL_CODES, "item", id);
            return new Place(id, 0, 0);
        }
        return geography
                .postalCodes()
                .find(country == null ? PostalCodes.USUAL_COUNTRY : country, code)
                .map(centre -> new Place(id, centre.latitude(), centre.longitude()))
                .orElseGet(() -> {
                    fields.flaw("postalCode", Code.UNKNOWN_POSTAL_CODE, "item", id, "value", code);
                    return new Place(id, 0, 0);
                });
    }

    /** A visit, or the several ones it stands for. */
    private List<Visit> visits(Fields fields, List<Rep> reps) {
        Optional<Fields> recurring = fields.object("recurring");
        Visit visit = visit(fields);
        if (recurring.isEmpty()) {
            return List.of(visit);
        }
        Fields how = recurring.get();
        int often = (int) how.number("times");
        int daysBetween = (int) how.number("daysBetween", 1);
        how.end();
        IntSummaryStatistics days = reps.stream()
                .flatMap(rep -> rep.shifts().stream())
                .mapToInt(shift -> (int) Math.floor(shift.from() / MINUTES_OF_A_DAY))
                .summaryStatistics();
        long there = days.getCount() == 0 ? 0 : days.getMax() - days.getMin() + 1L;
        if (often < 1 || daysBetween < 0 || (often - 1L) * Math.max(1, daysBetween) >= Math.max(1, there)) {
            fields.flaw("recurring", Code.TOO_OFTEN, "item", visit.id(), "value", often, "days", there);
            return List.of(visit);
        }
        return RecurringVisits.of(visit, often, daysBetween, days.getMin(), days.getMax());
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
        } else if (kind.equals("roads")) {
            travel = geography.roads().orElseGet(() -> {
                fields.flaw("kind", Code.NO_ROADS);
                return new GreatCircle(50, 1.3);
            });
        } else {
            if (!kind.equals("great-circle")) {
                fields.flaw("kind", Code.WRONG_TYPE, "value", kind, "expected", "matrix, great-circle, roads");
            }
            travel = new GreatCircle(fields.number("kmh", 50), fields.number("detour", 1.3));
        }
        HourFactors hours = new HourFactors(fields.numbers("hourFactors"));
        fields.end();
        return hours.some() ? new RushHours(travel, hours) : travel;
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
        List<String> reload = fields.texts("reload");
        double reloadMinutes = fields.number("reloadMinutes", 0);
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
                breaks,
                reload.isEmpty() ? null : new Rep.Reload(reload, reloadMinutes),
                Set.copyOf(fields.texts("territory")));
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
        String place = fields.text("place");
        String area = fields.optionalText("area");
        Visit visit = new Visit(
                fields.text("id"),
                place,
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
                fields.any("release") == null ? null : (Double) times.minutes(fields, "release"),
                area == null ? areaOf.get(place) : area,
                fields.object("series").map(RoutesJson::series).orElse(null),
                Set.copyOf(fields.texts("after")),
                fields.object("pinned").map(this::pin).orElse(null));
        fields.end();
        return visit;
    }

    private static Visit.Series series(Fields fields) {
        Visit.Series series = new Visit.Series(fields.text("id"), (int) fields.number("daysBetween", 1));
        fields.end();
        return series;
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
                fields.number("perOtherRep", Objective.OTHER_REP),
                fields.number("perOutsideTerritory", Objective.OUTSIDE_TERRITORY),
                fields.number("perUnevenMinute", 0));
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
            List.of("depart", "back", "rests", "reloads", "travelMinutes", "kilometres")
                    .forEach(route::any);
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
