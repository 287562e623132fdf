package org.lotse.api.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.arbitration.Price;
import org.lotse.engine.decision.Placement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a record that is about places, contacts and prices. A declared price stands for itself, another one with its
 * origin: {@code {"amount": 2.1, "origin": "COMPUTED"}}.
 */
final class ArbitrationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NO_PLACE = "";

    private ArbitrationJson() {}

    static ObjectNode prices(Map<String, Price> prices) {
        ObjectNode node = NODES.objectNode();
        new TreeMap<>(prices).forEach((capacity, price) -> {
            if (price.origin() == Price.Origin.DECLARED) {
                node.put(capacity, price.amount());
            } else {
                node.putObject(capacity)
                        .put("amount", price.amount())
                        .put("origin", price.origin().name());
            }
        });
        return node;
    }

    static Map<String, Price> prices(JsonNode node) {
        Map<String, Price> prices = new HashMap<>();
        node.properties().forEach(entry -> {
            JsonNode price = entry.getValue();
            prices.put(
                    entry.getKey(),
                    price.isNumber()
                            ? Price.declared(price.asDouble())
                            : new Price(
                                    price.get("amount").asDouble(),
                                    Price.Origin.valueOf(price.get("origin").asString())));
        });
        return prices;
    }

    static void writePlacements(List<Placement> placements, ObjectNode record) {
        if (placements.isEmpty()) {
            return;
        }
        ArrayNode array = record.putArray("placements");
        placements.forEach(placement -> {
            ObjectNode node = array.addObject().put("name", placement.name()).put("limit", placement.limit());
            ArrayNode channels = node.putArray("channels");
            placement.channels().forEach(channel -> channels.add(channel.value()));
            ArrayNode groups = node.putArray("groups");
            placement.groups().stream().sorted().forEach(groups::add);
            node.put("repeats", placement.repeats());
        });
    }

    static List<Placement> placements(JsonNode record) {
        List<Placement> placements = new ArrayList<>();
        record.path("placements").forEach(node -> {
            List<ChannelKey> channels = new ArrayList<>();
            node.get("channels").forEach(channel -> channels.add(new ChannelKey(channel.asString())));
            Set<String> groups = new HashSet<>();
            node.get("groups").forEach(group -> groups.add(group.asString()));
            placements.add(new Placement(
                    node.get("name").asString(),
                    channels,
                    node.get("limit").asInt(),
                    groups,
                    node.get("repeats").asBoolean()));
        });
        return placements;
    }

    static void writeContacts(Map<String, String> contacts, ObjectNode record) {
        if (contacts.containsKey(NO_PLACE)) {
            record.put("contactId", contacts.get(NO_PLACE));
        } else if (!contacts.isEmpty()) {
            ObjectNode node = record.putObject("contacts");
            new TreeMap<>(contacts).forEach(node::put);
        }
    }

    static Map<String, String> contacts(JsonNode record) {
        Map<String, String> contacts = new HashMap<>();
        if (record.has("contactId")) {
            contacts.put(NO_PLACE, record.get("contactId").asString());
        }
        record.path("contacts")
                .properties()
                .forEach(entry -> contacts.put(entry.getKey(), entry.getValue().asString()));
        return contacts;
    }
}
