package org.lotse.api.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads for whom a time is looked for or agreed: a visit of the plan, a customer one of the open visits is for, or a place
 * that is given.
 */
@Component
class ReadWishes {
    private static final int USUAL_SLOTS = 5;
    private static final int MOST_SLOTS = 50;
    private static final double USUAL_MINUTES = 60;

    private final JsonMapper mapper = new JsonMapper();
    private final JdbcTeam team;
    private final Clock clock;

    ReadWishes(JdbcTeam team, Clock clock) {
        this.team = team;
        this.clock = clock;
    }

    /** Whom it is about. */
    private record Whom(Visit visit, @Nullable Place place) {}

    SlotWish slots(JsonNode root, RouteProblem problem, Times times) {
        List<Flaw> flaws = new ArrayList<>();
        Fields fields = new Fields(root, "", flaws);
        Whom whom = whom(fields, problem);
        double notBefore = fields.has("notBefore") ? times.minutes(fields, "notBefore") : now(times);
        double days = fields.number("days", 0);
        int most = (int) Math.min(MOST_SLOTS, Math.max(1, fields.number("limit", USUAL_SLOTS)));
        fields.end();
        UnsoundProblem.throwIfAny(flaws);
        Visit visit = whom.visit();
        return new SlotWish(days > 0 ? within(visit, notBefore, days) : visit, whom.place(), notBefore, most);
    }

    /** The appointment as a change of the plan. */
    JsonNode appointment(JsonNode root, RouteProblem problem, Times times) {
        List<Flaw> flaws = new ArrayList<>();
        Fields fields = new Fields(root, "", flaws);
        Whom whom = whom(fields, problem);
        Visit.Pin pin = new Visit.Pin(fields.text("rep"), times.minutes(fields, fields.has("at") ? "at" : "from"));
        fields.any("to");
        fields.any("shift");
        fields.any("extraMinutes");
        fields.any("extraCost");
        fields.end();
        UnsoundProblem.throwIfAny(flaws);
        ObjectNode change = mapper.createObjectNode().put("kind", ChangesJson.Kind.APPOINTMENT.name());
        RouteProblemJson.visit(change.putObject("visit"), whom.visit().agreed(pin));
        Place place = whom.place();
        if (place != null) {
            change.putObject("place")
                    .put("id", place.id())
                    .put("lat", place.latitude())
                    .put("lon", place.longitude());
        }
        return change;
    }

    private double now(Times times) {
        LocalDate day = times.day();
        return day == null
                ? 0
                : Math.max(
                        0,
                        Duration.between(day.atStartOfDay(times.zone()).toInstant(), clock.instant())
                                        .toSeconds()
                                / 60.0);
    }

    private Whom whom(Fields fields, RouteProblem problem) {
        if (fields.has("visit")) {
            String id = fields.text("visit");
            overlook(fields);
            return problem.visits().stream()
                    .filter(visit -> visit.id().equals(id))
                    .findFirst()
                    .map(visit -> new Whom(visit, null))
                    .orElseThrow(() -> flaw("/visit", Code.UNKNOWN_VISIT, "value", id));
        }
        if (fields.has("customerId")) {
            return customer(fields, problem);
        }
        Optional<Place> place = fields.object("place").map(where -> {
            Place read = new Place(where.text("id"), where.number("lat"), where.number("lon"));
            where.end();
            return read;
        });
        String at = place.map(Place::id).orElseThrow(() -> flaw("/place", Code.MISSING, "field", "place"));
        return new Whom(visit(fields, at, at), place.get());
    }

    private static void overlook(Fields fields) {
        List.of("serviceMinutes", "skills", "value").forEach(fields::any);
    }

    private Whom customer(Fields fields, RouteProblem problem) {
        String customer = fields.text("customerId");
        Team.OpenVisit open = team.visits().stream()
                .filter(visit -> visit.customerId().equals(customer))
                .findFirst()
                .orElseThrow(() -> flaw("/customerId", Code.UNKNOWN_VISIT, "value", customer));
        Optional<Visit> known = problem.visits().stream()
                .filter(visit -> visit.id().equals(open.id()))
                .findFirst();
        if (known.isPresent()) {
            overlook(fields);
            return new Whom(known.get(), null);
        }
        Place place = new Place(open.id(), open.latitude(), open.longitude());
        Visit visit = new Visit(
                open.id(),
                open.id(),
                fields.number("serviceMinutes", open.serviceMinutes()),
                List.of(),
                open.demand(),
                fields.has("skills") ? Set.copyOf(fields.texts("skills")) : open.skills(),
                1,
                fields.number("value", open.value()),
                false,
                null,
                null,
                null,
                open.group(),
                null,
                null,
                null,
                inPlan(open.after(), problem),
                null);
        return new Whom(visit, place);
    }

    private static Set<String> inPlan(Set<String> visits, RouteProblem problem) {
        return problem.visits().stream()
                .map(Visit::id)
                .filter(visits::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Visit visit(Fields fields, String id, String place) {
        return new Visit(
                id,
                place,
                fields.number("serviceMinutes", USUAL_MINUTES),
                List.of(),
                fields.numbers("demand"),
                Set.copyOf(fields.texts("skills")),
                1,
                fields.number("value", 0),
                false,
                null,
                null);
    }

    /** Begins within so many days. */
    private static Visit within(Visit visit, double from, double days) {
        double last = from + days * Duration.ofDays(1).toMinutes();
        List<Window> windows = visit.windows().isEmpty()
                ? List.of(new Window(from, last))
                : visit.windows().stream()
                        .filter(window -> window.from() <= last)
                        .map(window -> new Window(window.from(), Math.min(window.to(), last)))
                        .toList();
        return visit.within(windows);
    }

    private static UnsoundProblem flaw(String pointer, Code code, Object... namesAndValues) {
        return new UnsoundProblem(List.of(Flaw.at(pointer, code, namesAndValues)));
    }
}
