package org.lotse.api.planning;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lotse.engine.planning.routes.GreatCircle;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.term.Language;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a rep's route of a day out of the latest plan of that day. */
@Component
public class DayRoutes {
    private final JdbcPlans plans;
    private final JdbcTeam team;
    private final JdbcDepots depots;
    private final StoredRoutes stored;

    DayRoutes(JdbcPlans plans, JdbcTeam team, JdbcDepots depots, StoredRoutes stored) {
        this.depots = depots;
        this.plans = plans;
        this.team = team;
        this.stored = stored;
    }

    /** The route; empty when the day has not been planned. */
    public Optional<DayRoute> find(Team.FieldRep rep, LocalDate day, Language language) {
        return plans.latest(StoredPlan.Kind.ROUTES, day, language)
                .flatMap(plan -> plan.plan().map(json -> route(plan, json, rep, day)));
    }

    private DayRoute route(StoredPlan plan, JsonNode json, Team.FieldRep rep, LocalDate day) {
        Map<String, Team.OpenVisit> visits =
                team.visits().stream().collect(Collectors.toMap(Team.OpenVisit::id, Function.identity()));
        Optional<JsonNode> own = json.get("routes")
                .valueStream()
                .filter(route -> route.get("rep").asString().equals(rep.id())
                        && time(route, "depart").toLocalDate().equals(day))
                .findFirst();
        List<Team.FieldRep> reps = team.reps();
        List<DayRoute.Unplanned> unplanned = json.get("unplanned")
                .valueStream()
                .flatMap(left ->
                        Optional.ofNullable(visits.get(left.get("visit").asString()))
                                .map(visit -> new DayRoute.Unplanned(
                                        visit.id(),
                                        visit.customerId(),
                                        nearest(visit, reps),
                                        left.get("reason").asString(),
                                        named(left.get("text").asString(), reps)))
                                .stream())
                .toList();
        DayRoute.Point home = new DayRoute.Point(rep.latitude(), rep.longitude());
        if (own.isEmpty()) {
            return new DayRoute(
                    plan.id(), rep.id(), rep.name(), day, home, null, List.of(), List.of(), null, 0, 0, unplanned);
        }
        JsonNode route = own.get();
        List<DayRoute.Stop> stops = stops(route, visits);
        return new DayRoute(
                plan.id(),
                rep.id(),
                rep.name(),
                day,
                home,
                time(route, "depart"),
                stops,
                reloads(route, stops),
                time(route, "back"),
                route.get("travelMinutes").asDouble(),
                route.path("kilometres").asDouble(0),
                unplanned);
    }

    private List<DayRoute.Stop> stops(JsonNode route, Map<String, Team.OpenVisit> visits) {
        ZoneId zone = stored.zone();
        List<DayRoute.Stop> stops = new ArrayList<>();
        for (JsonNode node : route.get("stops")) {
            Team.OpenVisit visit = visits.get(node.get("visit").asString());
            if (visit != null) {
                stops.add(new DayRoute.Stop(
                        visit.id(),
                        visit.customerId(),
                        new DayRoute.Point(visit.latitude(), visit.longitude()),
                        time(node, "arrive"),
                        time(node, "start"),
                        time(node, "leave"),
                        drive(route, time(node, "arrive")),
                        visit.serviceMinutes(),
                        visit.skills(),
                        visit.value(),
                        visit.mandatory(),
                        LocalDateTime.ofInstant(visit.from(), zone),
                        LocalDateTime.ofInstant(visit.until(), zone)));
            }
        }
        return stops;
    }

    private List<DayRoute.Reload> reloads(JsonNode route, List<DayRoute.Stop> stops) {
        if (route.path("reloads").isEmpty()) {
            return List.of();
        }
        Map<String, Team.Depot> known = depots.byPlace();
        List<DayRoute.Reload> reloads = new ArrayList<>();
        for (JsonNode node : route.path("reloads")) {
            String place = node.get("place").asString();
            LocalDateTime leave = time(node, "leave");
            Optional<Team.Depot> depot = Optional.ofNullable(known.get(place));
            reloads.add(new DayRoute.Reload(
                    depot.map(Team.Depot::id).orElse(place),
                    depot.map(Team.Depot::name).orElse(place),
                    depot.map(there -> new DayRoute.Point(there.latitude(), there.longitude()))
                            .orElse(null),
                    time(node, "arrive"),
                    leave,
                    drive(route, time(node, "arrive")),
                    stops.stream()
                            .filter(stop -> !stop.arrive().isBefore(leave))
                            .map(DayRoute.Stop::visit)
                            .findFirst()
                            .orElse("")));
        }
        return reloads;
    }

    /** The minutes on the road before an arrival: since the last departure from wherever that was. */
    private static long drive(JsonNode route, LocalDateTime arrival) {
        LocalDateTime left = Stream.concat(
                        route.path("stops").valueStream(), route.path("reloads").valueStream())
                .filter(node -> time(node, "arrive").isBefore(arrival))
                .map(node -> time(node, "leave"))
                .filter(time -> !time.isAfter(arrival))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> time(route, "depart"));
        return Duration.between(left, arrival).toMinutes();
    }

    private static String nearest(Team.OpenVisit visit, List<Team.FieldRep> reps) {
        Place place = new Place(visit.id(), visit.latitude(), visit.longitude());
        return reps.stream()
                .min(Comparator.comparingDouble(
                        rep -> GreatCircle.kilometres(new Place(rep.id(), rep.latitude(), rep.longitude()), place)))
                .map(Team.FieldRep::id)
                .orElse("");
    }

    /** Reasons name reps by their ids; people know them by their names. */
    static String named(String text, List<Team.FieldRep> reps) {
        String named = text;
        for (Team.FieldRep rep : reps) {
            named = named.replaceAll("\\b" + Pattern.quote(rep.id()) + "\\b", Matcher.quoteReplacement(rep.name()));
        }
        return named;
    }

    /** What would bring a visit in, in words people use. */
    public List<String> help(JsonNode plan, String visit) {
        List<Team.FieldRep> reps = team.reps();
        return plan.path("unplanned")
                .valueStream()
                .filter(left -> left.path("visit").asString("").equals(visit))
                .flatMap(left -> left.path("wouldHelp").valueStream())
                .map(help -> named(help.path("text").asString(""), reps))
                .toList();
    }

    private static LocalDateTime time(JsonNode node, String name) {
        return LocalDateTime.parse(node.get(name).asString());
    }
}
