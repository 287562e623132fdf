package org.lotse.api.planning;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.CheckCallProblem;
import org.lotse.engine.planning.routes.CheckRouteProblem;
import org.lotse.engine.planning.routes.RouteFigures;
import org.lotse.engine.planning.routes.RoutePlan;
import org.lotse.engine.planning.routes.WouldHelp;
import org.lotse.engine.term.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads planning problems and writes plans in the form of the outside contract. Unknown fields are flaws that name them.
 * Safe for several threads.
 */
public final class PlanningJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final Geography geography;

    public PlanningJson() {
        this(Geography.unknown());
    }

    /** With places that may be given by postal code, and with roads. */
    PlanningJson(Geography geography) {
        this.geography = geography;
    }

    /**
     * Reads a call problem, plain or gzip.
     *
     * @throws UnsoundProblem naming every flaw
     */
    public CallProblem calls(InputStream in) throws IOException {
        return calls(tree(in));
    }

    /** Reads a call problem that has been parsed. */
    public CallProblem calls(JsonNode root) {
        List<Flaw> flaws = new ArrayList<>();
        CallProblem problem = new CallsJson(flaws).read(root);
        UnsoundProblem.throwIfAny(flaws);
        UnsoundProblem.throwIfAny(CheckCallProblem.check(problem));
        return problem;
    }

    /**
     * Reads a route problem, plain or gzip.
     *
     * @throws UnsoundProblem naming every flaw
     */
    public RouteInput routes(InputStream in) throws IOException {
        return routes(tree(in));
    }

    /** Reads a route problem that has been parsed. */
    public RouteInput routes(JsonNode root) {
        List<Flaw> flaws = new ArrayList<>();
        RoutesJson json = new RoutesJson(flaws, geography);
        RouteInput input = new RouteInput(json.read(root), json.times());
        UnsoundProblem.throwIfAny(flaws);
        UnsoundProblem.throwIfAny(CheckRouteProblem.check(input.problem()));
        return input;
    }

    /** Reads from a plan that was written who visits whom in which order. */
    RoutePlan driven(JsonNode plan, Times times) {
        List<Flaw> flaws = new ArrayList<>();
        RoutePlan driven = new RoutesJson(flaws, times).previous(new Fields(plan, "", flaws));
        UnsoundProblem.throwIfAny(flaws);
        return driven;
    }

    private JsonNode tree(InputStream in) throws IOException {
        BufferedInputStream peek = new BufferedInputStream(in, 1 << 16);
        peek.mark(2);
        boolean zipped = peek.read() == 0x1f && peek.read() == 0x8b;
        peek.reset();
        try (InputStream plain = zipped ? new GZIPInputStream(peek, 1 << 16) : peek) {
            return mapper.readTree(plain);
        } catch (JacksonException e) {
            throw new UnsoundProblem(List.of(Flaw.at("", Flaw.Code.NOT_JSON, "value", e.getOriginalMessage())));
        }
    }

    /** Writes a call list. */
    public ObjectNode json(CallPlan plan, CallProblem problem, Language language) {
        PlanningWords words = new PlanningWords(language);
        Times times = new Times(problem.zone(), null);
        ObjectNode root = mapper.createObjectNode();
        ArrayNode calls = root.putArray("calls");
        for (CallPlan.Call call : plan.calls()) {
            calls.addObject()
                    .put("customerId", call.customerId())
                    .put("agent", call.agent())
                    .put("slot", times.written(call.slot()))
                    .put("attempt", call.attempt())
                    .put("expectedValue", call.expectedValue());
        }
        ArrayNode left = root.putArray("left");
        for (CallPlan.LeftOut out : plan.left()) {
            left.addObject()
                    .put("customerId", out.customerId())
                    .put("reason", out.reason().code())
                    .put("text", words.text(out.reason(), times));
        }
        root.put("expectedValue", plan.expectedValue());
        root.put("wishes", plan.wishes());
        root.put("upperBound", plan.upperBound());
        root.put("gap", plan.gap());
        root.put("slotPrice", plan.slotPrice());
        root.put("feasible", plan.feasible());
        return root;
    }

    /** Writes routes. */
    public ObjectNode json(RoutePlan plan, Times times, Language language) {
        PlanningWords words = new PlanningWords(language);
        ObjectNode root = mapper.createObjectNode();
        ArrayNode routes = root.putArray("routes");
        for (RoutePlan.Route route : plan.routes()) {
            route(routes.addObject(), route, times);
        }
        ArrayNode unplanned = root.putArray("unplanned");
        for (RoutePlan.Unplanned out : plan.unplanned()) {
            ObjectNode node = unplanned
                    .addObject()
                    .put("visit", out.visit())
                    .put("reason", out.reason().code())
                    .put("text", words.text(out.reason(), times));
            help(node.putArray("wouldHelp"), out, words, times);
        }
        root.put("cost", plan.cost());
        root.put("travelMinutes", plan.travelMinutes());
        root.put("kilometres", plan.kilometres());
        root.put("feasible", plan.feasible());
        return root;
    }

    private void help(ArrayNode node, RoutePlan.Unplanned out, PlanningWords words, Times times) {
        for (WouldHelp help : out.wouldHelp()) {
            ObjectNode one = node.addObject().put("kind", help.code());
            help.arguments()
                    .forEach((name, value) -> one.set(
                            name,
                            mapper.valueToTree(
                                    name.equals("at") ? times.written(((Double) value).doubleValue()) : value)));
            one.put("text", words.text(help, times));
        }
    }

    /** Adds what the plan comes to beside what others come to. */
    static ObjectNode compared(ObjectNode plan, RouteFigures inOrderGiven, RouteFigures asBefore, boolean hasPrevious) {
        ObjectNode figures = plan.putObject("figures");
        figures(figures.putObject("inOrderGiven"), inOrderGiven);
        if (hasPrevious) {
            figures(figures.putObject("previous"), asBefore);
        }
        return plan;
    }

    private static void figures(ObjectNode node, RouteFigures figures) {
        node.put("cost", figures.cost())
                .put("travelMinutes", figures.travelMinutes())
                .put("kilometres", figures.kilometres())
                .put("visits", figures.visits())
                .put("unplanned", figures.unplanned());
    }

    private void route(ObjectNode node, RoutePlan.Route route, Times times) {
        node.put("rep", route.rep()).put("shift", route.shift());
        node.set("depart", mapper.valueToTree(times.written(route.depart())));
        ArrayNode stops = node.putArray("stops");
        for (RoutePlan.Stop stop : route.stops()) {
            ObjectNode at = stops.addObject().put("visit", stop.visit());
            at.set("arrive", mapper.valueToTree(times.written(stop.arrive())));
            at.set("start", mapper.valueToTree(times.written(stop.start())));
            at.set("leave", mapper.valueToTree(times.written(stop.leave())));
        }
        ArrayNode rests = node.putArray("rests");
        for (RoutePlan.Rest rest : route.rests()) {
            ObjectNode at = rests.addObject();
            at.set("from", mapper.valueToTree(times.written(rest.from())));
            at.set("to", mapper.valueToTree(times.written(rest.to())));
        }
        if (!route.reloads().isEmpty()) {
            ArrayNode reloads = node.putArray("reloads");
            for (RoutePlan.Reload reload : route.reloads()) {
                ObjectNode at = reloads.addObject().put("place", reload.place());
                at.set("arrive", mapper.valueToTree(times.written(reload.arrive())));
                at.set("leave", mapper.valueToTree(times.written(reload.leave())));
            }
        }
        node.set("back", mapper.valueToTree(times.written(route.back())));
        node.put("travelMinutes", route.travelMinutes());
        node.put("kilometres", route.kilometres());
    }
}
