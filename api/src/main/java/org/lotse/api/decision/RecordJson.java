package org.lotse.api.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.PriceList;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.Inputs;
import org.lotse.engine.decision.Part;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a decision read, as JSON: members always in the same order, so that equal records are equal texts. Numbers,
 * texts and yes-no stand for themselves; {@code {"c":"KEY"}} is a choice, {@code {"d":"2026-11-21"}} a date,
 * {@code {"e":...}} an estimated value and {@code {"a":"NO_EVENT"}} an absent one.
 */
final class RecordJson {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Comparator<Decision.Pair> BY_ACTION =
            Comparator.comparing(Decision.Pair::action).thenComparing(Decision.Pair::channel);

    private RecordJson() {}

    static String write(DecisionRecord record) {
        return MAPPER.writeValueAsString(tree(record));
    }

    /** The record as a tree. */
    static ObjectNode tree(DecisionRecord record) {
        Inputs inputs = record.inputs();
        ObjectNode node = NODES.objectNode();
        node.put("id", record.id());
        node.put("decision", inputs.decision());
        node.put("subject", inputs.subject().toString());
        node.put("at", inputs.at().toString());
        node.put("seed", inputs.seed());
        inputs.channel().ifPresent(channel -> node.put("channel", channel.value()));
        node.put("direction", inputs.direction().name());
        node.put("limit", inputs.limit());
        ArbitrationJson.writePlacements(inputs.placements(), node);
        node.set("terms", terms(inputs.terms()));
        ObjectNode candidates = node.putObject("candidates");
        inputs.candidates().forEach((subject, terms) -> candidates.set(subject.toString(), terms(terms)));
        node.set("permissions", permissions(inputs.permissions()));
        ArrayNode caps = node.putArray("caps");
        inputs.caps().forEach(usage -> {
            ObjectNode cap = caps.addObject().put("cap", usage.cap()).put("count", usage.count());
            usage.freeAgainAt().ifPresent(free -> cap.put("free", free.toString()));
        });
        node.put("recentContacts", inputs.recentContacts());
        node.set("prices", ArbitrationJson.prices(inputs.prices()));
        if (inputs.control()) {
            node.put("control", true);
        }
        ArrayNode unavailable = node.putArray("unavailable");
        inputs.unavailable().forEach(part -> unavailable.add(part.name()));
        node.set("predictions", predictions(record.decision().predictions()));
        ArbitrationJson.writeContacts(record.contacts(), node);
        node.put("whatIf", record.whatIf());
        ObjectNode versions = node.putObject("versions")
                .put("rules", record.versions().rules())
                .put("statistics", record.versions().statistics())
                .put("prices", record.versions().prices());
        ObjectNode models = versions.putObject("models");
        new TreeMap<>(record.versions().models()).forEach(models::put);
        return node;
    }

    /** The record of a tree; what was decided is empty but for the predictions: deciding again gives it. */
    static DecisionRecord read(JsonNode node) {
        Map<SubjectId, Terms> candidates = new LinkedHashMap<>();
        node.get("candidates")
                .properties()
                .forEach(entry -> candidates.put(SubjectId.parse(entry.getKey()), terms(entry.getValue())));
        List<CapUsage> caps = new ArrayList<>();
        node.get("caps")
                .forEach(cap -> caps.add(new CapUsage(
                        cap.get("cap").asString(),
                        cap.get("count").asInt(),
                        optional(cap, "free").map(free -> Instant.parse(free.asString())))));
        List<Part> unavailable = new ArrayList<>();
        node.get("unavailable").forEach(part -> unavailable.add(new Part(part.asString())));
        Inputs inputs = new Inputs(
                node.get("decision").asString(),
                SubjectId.parse(node.get("subject").asString()),
                Instant.parse(node.get("at").asString()),
                node.get("seed").asLong(),
                optional(node, "channel").map(channel -> new ChannelKey(channel.asString())),
                Direction.valueOf(node.get("direction").asString()),
                node.get("limit").asInt(),
                ArbitrationJson.placements(node),
                terms(node.get("terms")),
                candidates,
                permissions(node.get("permissions")),
                caps,
                node.get("recentContacts").asInt(),
                ArbitrationJson.prices(node.get("prices")),
                node.path("control").asBoolean(false),
                unavailable);
        JsonNode versions = node.get("versions");
        Map<String, String> models = new HashMap<>();
        versions.get("models")
                .properties()
                .forEach(entry -> models.put(entry.getKey(), entry.getValue().asString()));
        return new DecisionRecord(
                node.get("id").asString(),
                inputs,
                new Decision(
                        new Judgement(Map.of(), Map.of(), List.of(), Map.of(), List.of()),
                        predictions(node.get("predictions"))),
                ArbitrationJson.contacts(node),
                node.get("whatIf").asBoolean(),
                new DecisionRecord.Versions(
                        versions.get("rules").asString(),
                        versions.get("statistics").asString(),
                        versions.path("prices").asString(PriceList.DECLARED),
                        models));
    }

    private static ObjectNode terms(Terms terms) {
        ObjectNode node = new ObjectNode(
                NODES, LinkedHashMap.newLinkedHashMap(terms.layout().size()));
        terms.forEach((path, reading) -> node.set(path.toString(), reading(reading)));
        return node;
    }

    private static Terms terms(JsonNode node) {
        TreeMap<TermPath, Reading> readings = new TreeMap<>();
        node.properties().forEach(entry -> readings.put(TermPath.parse(entry.getKey()), reading(entry.getValue())));
        return new Terms(readings);
    }

    private static JsonNode reading(Reading reading) {
        return switch (reading) {
            case Reading.Known(Value value) -> value(value);
            case Reading.Estimated(Value value) -> NODES.objectNode().set("e", value(value));
            case Reading.Absent(Reading.Why why) -> NODES.objectNode().put("a", why.name());
        };
    }

    private static Reading reading(JsonNode node) {
        if (node.has("a")) {
            return new Reading.Absent(Reading.Why.valueOf(node.get("a").asString()));
        }
        return node.has("e") ? new Reading.Estimated(value(node.get("e"))) : new Reading.Known(value(node));
    }

    private static JsonNode value(Value value) {
        return switch (value) {
            case Value.Num(double number) -> NODES.numberNode(number);
            case Value.YesNo(boolean yes) -> NODES.booleanNode(yes);
            case Value.Text(String text) -> NODES.stringNode(text);
            case Value.Choice(String key) -> NODES.objectNode().put("c", key);
            case Value.Date(LocalDate day) -> NODES.objectNode().put("d", day.toString());
        };
    }

    private static Value value(JsonNode node) {
        if (node.isNumber()) {
            return Value.of(node.asDouble());
        }
        if (node.isBoolean()) {
            return Value.of(node.asBoolean());
        }
        if (node.isString()) {
            return Value.text(node.asString());
        }
        return node.has("c")
                ? Value.choice(node.get("c").asString())
                : Value.of(LocalDate.parse(node.get("d").asString()));
    }

    private static ObjectNode permissions(Permissions permissions) {
        ObjectNode node = NODES.objectNode();
        ObjectNode marketing = node.putObject("marketing");
        new TreeMap<>(permissions.marketing()).forEach((channel, granted) -> marketing.put(channel.value(), granted));
        ArrayNode purposes = node.putArray("objectedPurposes");
        if (!permissions.objectedPurposes().isEmpty()) {
            permissions.objectedPurposes().stream().sorted().forEach(purpose -> purposes.add(purpose.name()));
        }
        ArrayNode channels = node.putArray("objectedChannels");
        if (!permissions.objectedChannels().isEmpty()) {
            permissions.objectedChannels().stream().sorted().forEach(channel -> channels.add(channel.value()));
        }
        return node;
    }

    private static Permissions permissions(JsonNode node) {
        Map<ChannelKey, Boolean> marketing = new HashMap<>();
        node.get("marketing")
                .properties()
                .forEach(entry -> marketing.put(
                        new ChannelKey(entry.getKey()), entry.getValue().asBoolean()));
        Set<Purpose> purposes = new HashSet<>();
        node.get("objectedPurposes").forEach(purpose -> purposes.add(Purpose.valueOf(purpose.asString())));
        Set<ChannelKey> channels = new HashSet<>();
        node.get("objectedChannels").forEach(channel -> channels.add(new ChannelKey(channel.asString())));
        return new Permissions(marketing, purposes, channels);
    }

    private static ArrayNode predictions(Map<Decision.Pair, PairPrediction> predictions) {
        ArrayNode node = NODES.arrayNode();
        List<Decision.Pair> pairs = new ArrayList<>(predictions.keySet());
        pairs.sort(BY_ACTION);
        pairs.forEach(pair -> {
            PairPrediction prediction = Objects.requireNonNull(predictions.get(pair));
            ObjectNode one = node.addObject()
                    .put("action", pair.action())
                    .put("channel", pair.channel().value())
                    .put("propensity", prediction.propensity());
            prediction.uplift().ifPresent(uplift -> one.put("uplift", uplift));
            one.put("model", prediction.model());
        });
        return node;
    }

    private static Map<Decision.Pair, PairPrediction> predictions(JsonNode node) {
        Map<Decision.Pair, PairPrediction> predictions = new HashMap<>();
        node.forEach(pair -> predictions.put(
                new Decision.Pair(
                        pair.get("action").asString(),
                        new ChannelKey(pair.get("channel").asString())),
                new PairPrediction(
                        pair.get("propensity").asDouble(),
                        optional(pair, "uplift").map(JsonNode::asDouble),
                        pair.get("model").asString())));
        return predictions;
    }

    private static Optional<JsonNode> optional(JsonNode node, String member) {
        return Optional.ofNullable(node.get(member));
    }
}
