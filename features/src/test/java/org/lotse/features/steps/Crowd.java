package org.lotse.features.steps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Many subjects of one scenario and what happened to them, delivered at once. */
public class Crowd {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Service service;
    private final Scene scene;
    private int events;

    public Crowd(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    /** Stores so many of a type, each with what is said of it. */
    List<String> store(String type, String name, int count, BiConsumer<Integer, ObjectNode> attributes) {
        List<String> ids = new ArrayList<>();
        List<ObjectNode> lines = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String id = scene.own(name + "-" + number);
            ids.add(id);
            ObjectNode line = JSON.objectNode().put("id", id);
            attributes.accept(number, line.putObject("attributes"));
            lines.add(line);
        }
        String path = type.equals("customer") ? "/v1/customers" : "/v1/subjects/" + type;
        kept(service.post(Roles.ADMIN, path, Service.NDJSON, text(lines)), count);
        return ids;
    }

    /** Lets an event happen to each. */
    void happened(String type, List<String> ids, String event, Instant time, BiConsumer<Integer, ObjectNode> data) {
        List<ObjectNode> lines = IntStream.range(0, ids.size())
                .mapToObj(number -> {
                    events++;
                    ObjectNode line = JSON.objectNode()
                            .put("id", scene.own("crowd-" + events))
                            .put("type", event)
                            .put("subject", type + "/" + ids.get(number))
                            .put("time", time.plusSeconds(events).toString());
                    data.accept(number, line.putObject("data"));
                    return line;
                })
                .toList();
        kept(service.post(Roles.ADMIN, "/v1/events", Service.NDJSON, text(lines)), lines.size());
    }

    static String text(List<ObjectNode> lines) {
        return lines.stream().map(ObjectNode::toString).collect(Collectors.joining("\n", "", "\n"));
    }

    private static void kept(Reply reply, int count) {
        if (reply.ok().at("/accepted").asInt() != count) {
            throw new AssertionError("All lines should have been kept: " + reply);
        }
    }
}
