package org.lotse.api.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RouteChange;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.Visit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what has happened to a plan during the day. */
final class ChangesJson {
    private final Times times;
    private final List<Flaw> flaws = new ArrayList<>();

    ChangesJson(Times times) {
        this.times = times;
    }

    /** The kinds there are. */
    enum Kind {
        NO_SHOW,
        LATE,
        SICK,
        EMERGENCY,
        DONE,
        LOAD,
        EXTRA_REP,
        GIVE,
        APPOINTMENT
    }

    /**
     * Reads a change.
     *
     * @throws UnsoundProblem naming every flaw
     */
    RouteChange read(JsonNode root) {
        Fields fields = new Fields(root, "", flaws);
        Optional<Kind> kind = kind(fields);
        RouteChange change = kind.map(known -> change(known, fields)).orElse(new RouteChange.NoShow(""));
        if (kind.isPresent()) {
            fields.end();
        }
        UnsoundProblem.throwIfAny(flaws);
        return change;
    }

    private static Optional<Kind> kind(Fields fields) {
        String text = fields.text("kind");
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(text)) {
                return Optional.of(kind);
            }
        }
        if (!text.isEmpty()) {
            fields.flaw("kind", Code.WRONG_TYPE, "value", text, "expected", kinds());
        }
        return Optional.empty();
    }

    private static String kinds() {
        return String.join(", ", Arrays.stream(Kind.values()).map(Kind::name).toList());
    }

    private RouteChange change(Kind kind, Fields fields) {
        return switch (kind) {
            case NO_SHOW -> new RouteChange.NoShow(fields.text("visit"));
            case LATE -> new RouteChange.Late(fields.text("rep"), times.minutes(fields, "until"));
            case SICK -> new RouteChange.Sick(fields.text("rep"), times.minutes(fields, "from"));
            case DONE ->
                new RouteChange.Done(
                        fields.text("visit"),
                        fields.text("rep"),
                        (int) fields.number("shift"),
                        times.minutes(fields, "at"));
            case LOAD -> new RouteChange.Load(fields.text("visit"), fields.numbers("demand"));
            case GIVE -> new RouteChange.Give(fields.text("visit"), fields.text("rep"));
            case EMERGENCY -> new RouteChange.Emergency(visit(fields), place(fields));
            case APPOINTMENT -> new RouteChange.Appointment(visit(fields), place(fields));
            case EXTRA_REP ->
                new RouteChange.ExtraRep(fields.object("rep")
                        .map(rep -> new RoutesJson(flaws, times).rep(rep))
                        .orElseGet(() -> {
                            fields.flaw("rep", Code.MISSING, "field", "rep");
                            return new Rep("", "", "", List.of(), Set.of(), List.of(), 0, List.of());
                        }));
        };
    }

    private Visit visit(Fields fields) {
        return fields.object("visit")
                .map(visit -> new RoutesJson(flaws, times).visit(visit))
                .orElseGet(() -> {
                    fields.flaw("visit", Code.MISSING, "field", "visit");
                    return new Visit("", "", 0, List.of(), List.of(), Set.of(), 1, null, false, null, null);
                });
    }

    @Nullable
    Place place(Fields fields) {
        return fields.object("place")
                .map(place -> {
                    Place read = new Place(place.text("id"), place.number("lat"), place.number("lon"));
                    place.end();
                    return read;
                })
                .orElse(null);
    }

    /** A visit that is done says by whom, so that it can be read without the plan it was part of. */
    static JsonNode complete(JsonNode root, RoutePlan plan) {
        if (!(root instanceof ObjectNode change)
                || !Kind.DONE.name().equals(change.path("kind").asString(""))
                || change.has("rep")) {
            return root;
        }
        String visit = change.path("visit").asString("");
        return plan.routes().stream()
                .filter(route -> route.stops().stream().anyMatch(s -> s.visit().equals(visit)))
                .findFirst()
                .<JsonNode>map(
                        route -> change.deepCopy().put("rep", route.rep()).put("shift", route.shift()))
                .orElseThrow(() -> new UnsoundProblem(List.of(Flaw.at("/visit", Code.NOT_PLANNED, "item", visit))));
    }
}
