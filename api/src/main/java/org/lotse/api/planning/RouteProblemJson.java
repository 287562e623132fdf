package org.lotse.api.planning;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.roads.OnRoads;
import org.lotse.engine.planning.routes.GivenMatrix;
import org.lotse.engine.planning.routes.GreatCircle;
import org.lotse.engine.planning.routes.HourFactors;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.RushHours;
import org.lotse.engine.planning.routes.TravelTimes;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps a route problem as packed JSON, all times as minutes, and reads it back as it was. */
final class RouteProblemJson {
    private final JsonMapper mapper = new JsonMapper();
    private final Geography geography;

    RouteProblemJson(Geography geography) {
        this.geography = geography;
    }

    byte[] write(RouteInput input) {
        ObjectNode root = mapper.createObjectNode();
        root.put("zone", input.times().zone().getId());
        LocalDate day = input.times().day();
        root.put("day", day == null ? null : day.toString());
        problem(root.putObject("problem"), input.problem());
        return pack(root);
    }

    private byte[] pack(JsonNode root) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            mapper.writeValue(out, root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    RouteInput read(byte[] packed) {
        JsonNode root = unpack(packed);
        JsonNode day = root.get("day");
        List<Flaw> flaws = new ArrayList<>();
        RouteProblem problem = new RoutesJson(flaws, geography).read(root.get("problem"));
        UnsoundProblem.throwIfAny(flaws);
        return new RouteInput(
                problem,
                new Times(
                        ZoneId.of(root.get("zone").asString()), day.isNull() ? null : LocalDate.parse(day.asString())));
    }

    private JsonNode unpack(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The problem without these visits, the places only they are made at, and the order with others; whatever its ways are. */
    byte[] without(byte[] packed, Set<String> visits) {
        JsonNode root = unpack(packed);
        JsonNode problem = root.path("problem");
        Set<String> places = new HashSet<>();
        problem.path("visits")
                .valueStream()
                .filter(v -> visits.contains(text(v, "id")))
                .forEach(v -> places.add(text(v, "place")));
        removeNamed(problem.path("visits"), "id", visits);
        problem.path("visits").forEach(visit -> {
            removeTexts(visit.path("after"), visits);
            places.remove(text(visit, "place"));
        });
        for (JsonNode rep : problem.path("reps")) {
            places.remove(text(rep, "start"));
            places.remove(text(rep, "end"));
            rep.path("reload").forEach(place -> places.remove(place.asString("")));
            rep.path("shifts")
                    .forEach(shift -> places.remove(shift.path("start").asString("")));
        }
        removeNamed(problem.path("places"), "id", places);
        return pack(root);
    }

    /** Takes the objects out of a list whose field has one of these values. */
    static void removeNamed(JsonNode list, String field, Set<String> values) {
        list.asArrayOpt().ifPresent(known -> removeIf(known, one -> values.contains(text(one, field))));
    }

    /** Takes these texts out of a list. */
    static void removeTexts(JsonNode list, Set<String> values) {
        list.asArrayOpt().ifPresent(known -> removeIf(known, one -> values.contains(one.asString(""))));
    }

    private static void removeIf(ArrayNode list, Predicate<JsonNode> gone) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (gone.test(list.get(i))) {
                list.remove(i);
            }
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static void problem(ObjectNode node, RouteProblem problem) {
        travel(node.putObject("travel"), problem.travel());
        ArrayNode places = node.putArray("places");
        for (Place place : problem.places()) {
            places.addObject()
                    .put("id", place.id())
                    .put("lat", place.latitude())
                    .put("lon", place.longitude());
        }
        ArrayNode reps = node.putArray("reps");
        problem.reps().forEach(rep -> rep(reps.addObject(), rep));
        ArrayNode visits = node.putArray("visits");
        problem.visits().forEach(visit -> visit(visits.addObject(), visit));
        node.putObject("objective")
                .put("perRep", problem.objective().perRep())
                .put("perMinute", problem.objective().perMinute())
                .put("perKilometre", problem.objective().perKilometre())
                .put("perUnplanned", problem.objective().perUnplanned())
                .put("perOvertimeMinute", problem.objective().perOvertimeMinute())
                .put("perOtherRep", problem.objective().perOtherRep())
                .put("perOutsideTerritory", problem.objective().perOutsideTerritory())
                .put("perUnevenMinute", problem.objective().perUnevenMinute());
        node.put("disturbancePrice", problem.disturbancePrice());
    }

    private static void travel(ObjectNode node, TravelTimes travel) {
        switch (travel) {
            case RushHours(TravelTimes free, HourFactors hours) -> {
                travel(node, free);
                numbers(node.putArray("hourFactors"), hours.factors());
            }
            case GreatCircle(double kmh, double detour) ->
                node.put("kind", "great-circle").put("kmh", kmh).put("detour", detour);
            case GivenMatrix matrix -> {
                node.put("kind", "matrix");
                ArrayNode places = node.putArray("places");
                matrix.places().forEach(places::add);
                table(node, "minutes", matrix.givenMinutes());
                table(node, "kilometres", matrix.givenKilometres());
            }
            case OnRoads roads -> node.put("kind", "roads");
            default ->
                throw new IllegalStateException("Travel times of kind "
                        + travel.getClass().getSimpleName() + " cannot be kept. Maybe give them a form here.");
        }
    }

    private static void table(ObjectNode node, String name, double @Nullable [][] table) {
        if (table == null) {
            return;
        }
        ArrayNode rows = node.putArray(name);
        for (double[] row : table) {
            ArrayNode cells = rows.addArray();
            for (double cell : row) {
                cells.add(Double.isInfinite(cell) ? null : (Double) cell);
            }
        }
    }

    private static void rep(ObjectNode node, Rep rep) {
        node.put("id", rep.id()).put("start", rep.start()).put("end", rep.end()).put("fixedCost", rep.fixedCost());
        ArrayNode shifts = node.putArray("shifts");
        for (Rep.Shift shift : rep.shifts()) {
            ObjectNode at = shifts.addObject()
                    .put("from", shift.from())
                    .put("to", shift.to())
                    .put("overtimeMinutes", shift.overtimeMinutes())
                    .put("start", shift.start());
            numbers(at.putArray("carried"), shift.carried());
        }
        rep.skills().stream().sorted().forEach(node.putArray("skills")::add);
        numbers(node.putArray("capacity"), rep.capacity());
        ArrayNode breaks = node.putArray("breaks");
        for (Rep.Break pause : rep.breaks()) {
            breaks.addObject().put("from", pause.from()).put("to", pause.to()).put("minutes", pause.minutes());
        }
        Rep.Reload reload = rep.reload();
        if (reload != null) {
            reload.places().forEach(node.putArray("reload")::add);
            node.put("reloadMinutes", reload.minutes());
        }
        rep.territory().stream().sorted().forEach(node.putArray("territory")::add);
    }

    static void visit(ObjectNode node, Visit visit) {
        node.put("id", visit.id()).put("place", visit.place()).put("serviceMinutes", visit.serviceMinutes());
        ArrayNode windows = node.putArray("windows");
        for (Window window : visit.windows()) {
            windows.addObject().put("from", window.from()).put("to", window.to());
        }
        numbers(node.putArray("demand"), visit.demand());
        visit.skills().stream().sorted().forEach(node.putArray("skills")::add);
        node.put("priority", visit.priority()).put("value", visit.value()).put("mandatory", visit.mandatory());
        node.put("due", visit.due())
                .put("preferredRep", visit.preferredRep())
                .put("onlyRep", visit.onlyRep())
                .put("group", visit.group())
                .put("release", visit.release())
                .put("area", visit.area());
        visit.after().stream().sorted().forEach(node.putArray("after")::add);
        Visit.Series series = visit.series();
        if (series != null) {
            node.putObject("series").put("id", series.id()).put("daysBetween", series.daysBetween());
        }
        Visit.Pin pin = visit.pinned();
        if (pin != null) {
            node.putObject("pinned").put("rep", pin.rep()).put("at", pin.at());
        }
    }

    private static void numbers(ArrayNode node, List<Double> numbers) {
        numbers.forEach(node::add);
    }
}
