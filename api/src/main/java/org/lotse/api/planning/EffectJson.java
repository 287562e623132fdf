package org.lotse.api.planning;

import java.util.List;
import org.lotse.engine.planning.routes.RouteChange;
import org.lotse.engine.planning.routes.RoutesInForce.Moved;
import org.lotse.engine.planning.routes.RoutesInForce.Revision;
import org.lotse.engine.planning.routes.RoutesInForce.Slot;
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
