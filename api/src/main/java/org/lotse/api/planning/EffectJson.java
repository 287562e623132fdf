package org.lotse.api.planning;

import java.util.List;
import java.util.Map;
import org.lotse.engine.planning.routes.RouteChange;
import org.lotse.engine.planning.routes.RoutesInForce;
import org.lotse.engine.planning.routes.RoutesInForce.Moved;
import org.lotse.engine.planning.routes.RoutesInForce.Revision;
import org.lotse.engine.planning.routes.RoutesInForce.Slot;
import org.lotse.engine.planning.routes.StopReason;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a change has done to a plan, and times to offer. */
final class EffectJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private EffectJson() {}

    static ObjectNode write(Revision revision, Times times) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("extraCost", revision.extraCost());
        ArrayNode moved = root.putArray("moved");
        for (Moved one : revision.moved()) {
            ObjectNode node = moved.addObject().put("visit", one.visit());
            standing(node, "before", one.before(), times);
            standing(node, "after", one.after(), times);
            node.put("price", one.price());
        }
        ArrayNode broken = root.putArray("broken");
        revision.broken().forEach(broken::add);
        return root;
    }

    private static void standing(ObjectNode node, String name, RouteChange.Standing standing, Times times) {
        if (standing.rep() == null) {
            node.putNull(name);
            return;
        }
        ObjectNode at = node.putObject(name).put("rep", standing.rep()).put("shift", standing.shift());
        at.set("start", MAPPER.valueToTree(times.written(standing.start())));
    }

    /** Why a visit stands where it stands, in words, or why it is left out. */
    static ObjectNode why(String visit, RoutesInForce routes, Times times, PlanningWords words) {
        ObjectNode root = MAPPER.createObjectNode().put("visit", visit);
        ArrayNode reasons = root.putArray("reasons");
        for (StopReason reason : routes.why(visit)) {
            reason(reasons.addObject(), reason.code(), reason.arguments(), times)
                    .put("text", words.text(reason, times));
        }
        routes.plan().unplanned().stream()
                .filter(left -> left.visit().equals(visit))
                .forEach(left -> reason(
                                reasons.addObject(),
                                left.reason().code(),
                                left.reason().arguments(),
                                times)
                        .put("text", words.text(left.reason(), times)));
        return root;
    }

    private static ObjectNode reason(ObjectNode node, String code, Map<String, Object> arguments, Times times) {
        node.put("kind", code);
        arguments.forEach((name, value) -> node.set(
                name,
                MAPPER.valueToTree(
                        name.equals("at") && value instanceof Double at ? times.written(at.doubleValue()) : value)));
        return node;
    }

    static ArrayNode write(List<Slot> slots, Times times) {
        ArrayNode root = MAPPER.createArrayNode();
        for (Slot slot : slots) {
            ObjectNode node = root.addObject().put("rep", slot.rep()).put("shift", slot.shift());
            node.set("from", MAPPER.valueToTree(times.written(slot.from())));
            node.set("to", MAPPER.valueToTree(times.written(slot.to())));
            node.put("extraMinutes", slot.extraMinutes()).put("extraCost", slot.extraCost());
        }
        return root;
    }
}
