package org.lotse.api.planning;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.segment.Audience;
import org.lotse.engine.planning.calls.CallProblem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what to plan: a whole problem, or a wish about what is stored. An empty body wishes the usual. */
@Component
class ReadOrders {
    private static final Set<String> CALL_WISHES = Set.of(
            "day", "segment", "limit", "callMinutes", "attempts", "spacingHours", "preference", "fairness", "values");
    private static final Set<String> VALUES = Set.of("decisions", "stored");
    private static final int MOST = 5_000;
    private static final int MOST_DAYS = 31;
    private static final int MOST_ATTEMPTS = 5;
    private static final int HOURS_A_WEEK = 168;

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final PlanningJson json;
    private final StoredRoutes storedRoutes;

    ReadOrders(PlanningJson json, StoredRoutes storedRoutes) {
        this.json = json;
        this.storedRoutes = storedRoutes;
    }

    /** What calls to plan. */
    sealed interface Calls {}

    record OfStored(StoredCalls.Wish wish) implements Calls {}

    record OfProblem(CallProblem problem) implements Calls {}

    /** What routes to plan. */
    sealed interface Routes {}

    record OfDay(LocalDate day, int days, boolean byDecisions) implements Routes {}

    record OfInput(RouteInput input) implements Routes {}

    Calls calls(InputStream body) throws IOException {
        JsonNode root = tree(body);
        if (root.has("candidates")) {
            return new OfProblem(json.calls(root));
        }
        if (!root.has("agents")) {
            known(root, CALL_WISHES);
        }
        StoredCalls.Wish usual = StoredCalls.Wish.USUAL;
        int most = root.has("limit") ? number(root, "limit", MOST).intValue() : usual.most();
        double minutes = root.has("callMinutes") ? number(root, "callMinutes", 60) : usual.callMinutes();
        return new OfStored(new StoredCalls.Wish(
                day(root),
                Audience.read(root.get("segment")),
                most,
                minutes,
                root.has("attempts") ? number(root, "attempts", MOST_ATTEMPTS).intValue() : usual.attempts(),
                root.has("spacingHours")
                        ? Duration.ofMinutes(Math.round(
                                number(root, "spacingHours", HOURS_A_WEEK).doubleValue() * 60))
                        : usual.spacing(),
                new CallProblem.Wishes(amount(root, "preference"), amount(root, "fairness")),
                byDecisions(root),
                frame(root)));
    }

    private static boolean byDecisions(JsonNode root) {
        String values = root.path("values").asString(root.has("values") ? "" : "stored");
        if (!VALUES.contains(values)) {
            throw ProblemException.invalid("/values", "WRONG_TYPE", root.get("values"), String.join(", ", VALUES));
        }
        return values.equals("decisions");
    }

    /** Agents, slots and zone that were sent for our stored customers. */
    private Optional<CallProblem> frame(JsonNode root) {
        if (!root.has("agents")) {
            return Optional.empty();
        }
        ObjectNode frame = ((ObjectNode) root).deepCopy();
        frame.remove(List.of("day", "segment", "limit", "attempts", "spacingHours", "values"));
        frame.putArray("candidates");
        return Optional.of(json.calls(frame));
    }

    Routes routes(InputStream body) throws IOException {
        JsonNode root = tree(body);
        if (root.has("visits") || root.has("reps")) {
            return new OfInput(json.routes(root));
        }
        known(root, Set.of("day", "days", "values"));
        int days = root.has("days") ? number(root, "days", MOST_DAYS).intValue() : 1;
        return new OfDay(day(root).orElseGet(storedRoutes::day), days, byDecisions(root));
    }

    private JsonNode tree(InputStream body) throws IOException {
        BufferedInputStream peek = new BufferedInputStream(body, 1 << 16);
        peek.mark(2);
        int first = peek.read();
        boolean zipped = first == 0x1f && peek.read() == 0x8b;
        peek.reset();
        if (first < 0) {
            return mapper.createObjectNode();
        }
        try (InputStream plain = zipped ? new GZIPInputStream(peek, 1 << 16) : peek) {
            JsonNode root = mapper.readTree(plain);
            if (!root.isObject()) {
                throw ProblemException.invalid("", "WRONG_TYPE_HERE", "{...}");
            }
            return root;
        } catch (JacksonException broken) {
            throw ProblemException.of(ProblemKind.MALFORMED)
                    .with(FieldProblem.of(
                            "",
                            "NO_JSON",
                            broken.getLocation().getLineNr(),
                            broken.getLocation().getColumnNr()));
        }
    }

    private static void known(JsonNode root, Set<String> fields) {
        root.propertyNames().stream()
                .filter(name -> !fields.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.invalid("/" + name, "UNKNOWN_FIELD", name, String.join(", ", fields));
                });
    }

    private static Optional<LocalDate> day(JsonNode root) {
        if (!root.has("day")) {
            return Optional.empty();
        }
        String text = root.get("day").asString("");
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw ProblemException.invalid("/day", "WRONG_TYPE", text, "2026-11-23");
        }
    }

    private static double amount(JsonNode root, String name) {
        double amount = root.path(name).asDouble(root.has(name) ? -1 : 0);
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw ProblemException.invalid("/" + name, "WRONG_TYPE", root.get(name), "0 ..");
        }
        return amount;
    }

    private static Double number(JsonNode root, String name, int most) {
        double number = root.get(name).asDouble(0);
        if (!(number >= 1) || number > most) {
            throw ProblemException.invalid("/" + name, "WRONG_TYPE", root.get(name), "1 .. " + most);
        }
        return number;
    }
}
