package org.lotse.features.steps;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one scenario remembers: its own subject, what it assumes, what was last asked and answered. */
public class Scene {
    private final Service service;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    private final Map<String, String> customers = new HashMap<>();
    private String subjectType = "customer";
    private String subjectId = "";
    private ObjectNode assumed = JsonNodeFactory.instance.objectNode();
    private ObjectNode context = JsonNodeFactory.instance.objectNode();
    private @Nullable Vocabulary vocabulary;
    private @Nullable Reply last;
    private @Nullable JsonNode lastBody;
    private @Nullable Reply decision;

    public Scene(Service service) {
        this.service = service;
    }

    /** A name that no other scenario uses; of a customer its id. */
    String own(String name) {
        return customers.getOrDefault(name, name + "-" + unique);
    }

    /** An id that is, or is not, in the control group: it follows from the id alone. From now on it goes by this name. */
    String customer(String name, boolean held) {
        String id = own(name);
        for (int i = 1; isHeld(id) != held; i++) {
            id = own(name + i);
        }
        customers.put(name, id);
        return id;
    }

    private boolean isHeld(String id) {
        return service.get(Roles.ANALYST, "/v1/control-group/" + id)
                .ok()
                .at("/control")
                .asBoolean();
    }

    /** Puts this scenario's ids into a text: {@code {id}} and {@code {customer}}. */
    String filled(String text) {
        return text.replace("{id}", own("c")).replace("{customer}", subjectId);
    }

    /** From now on the scenario is about this subject. */
    void about(String type, String id) {
        subjectType = type;
        subjectId = id;
        assumed = JsonNodeFactory.instance.objectNode();
        context = JsonNodeFactory.instance.objectNode();
    }

    String subjectType() {
        return subjectType;
    }

    String subjectId() {
        if (subjectId.isEmpty()) {
            throw new AssertionError("The scenario has no subject yet. Maybe begin with: Given a customer with ...");
        }
        return subjectId;
    }

    String subjectPath() {
        return "/v1/subjects/" + subjectType + "/" + subjectId();
    }

    /** Computed terms that the next decision shall take as given: a what-if. */
    ObjectNode assumed() {
        return assumed;
    }

    /** What the next request says of its situation. */
    ObjectNode context() {
        return context;
    }

    Vocabulary vocabulary() {
        Vocabulary known = vocabulary;
        if (known == null) {
            known = Vocabulary.of(service);
            vocabulary = known;
        }
        return known;
    }

    Term term(String title) {
        return vocabulary().titled(subjectType, title);
    }

    /** Other rules are in force now. */
    void rulesChanged() {
        vocabulary = null;
    }

    Reply remember(Reply reply) {
        last = reply;
        return reply;
    }

    /** Remembers a decision with its request, whether it was taken or refused. */
    Reply decided(JsonNode body, Reply reply) {
        lastBody = body;
        if (reply.status() == 200) {
            decision = reply;
        }
        return remember(reply);
    }

    Reply last() {
        return Optional.ofNullable(last).orElseThrow(() -> new AssertionError("Nothing was asked yet."));
    }

    JsonNode lastBody() {
        return Optional.ofNullable(lastBody).orElseThrow(() -> new AssertionError("Nothing was asked yet."));
    }

    Reply decision() {
        return Optional.ofNullable(decision)
                .orElseThrow(() -> new AssertionError("No decision was taken; the last answer is " + last));
    }

    String decisionId() {
        return decision().at("/decisionId").asString();
    }
}
