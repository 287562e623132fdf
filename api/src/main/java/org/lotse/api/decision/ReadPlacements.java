package org.lotse.api.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.api.problem.FieldProblem;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.decision.Placement;
import org.lotse.engine.rule.RuleSet;
import tools.jackson.databind.JsonNode;

/**
 * Reads the places a request wants filled: {@code [{name, channel | channels, limit, groups, allowRepeats}]}; notes
 * everything that is wrong with them.
 */
final class ReadPlacements {
    private static final Set<String> FIELDS = Set.of("name", "channel", "channels", "limit", "groups", "allowRepeats");
    private static final int MOST_PLACES = 20;

    private final RuleSet rules;
    private final List<FieldProblem> errors;

    ReadPlacements(RuleSet rules, List<FieldProblem> errors) {
        this.rules = rules;
        this.errors = errors;
    }

    List<Placement> read(JsonNode body) {
        List<Placement> placements = new ArrayList<>();
        JsonNode array = body.get("placements");
        if (array == null || array.isNull()) {
            return placements;
        }
        if (!array.isArray() || array.isEmpty() || array.size() > MOST_PLACES) {
            errors.add(FieldProblem.of("/placements", "WRONG_PLACEMENTS", MOST_PLACES));
            return placements;
        }
        for (String other : List.of("channel", "limit")) {
            if (body.has(other)) {
                errors.add(FieldProblem.of("/" + other, "IN_EACH_PLACEMENT", other));
            }
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            placement(array.get(i), "/placements/" + i, names).ifPresent(placements::add);
        }
        return placements;
    }

    private Optional<Placement> placement(JsonNode node, String pointer, Set<String> names) {
        if (!node.isObject()) {
            errors.add(FieldProblem.of(pointer, "WRONG_TYPE_HERE", "object"));
            return Optional.empty();
        }
        node.propertyNames().stream()
                .filter(field -> !FIELDS.contains(field))
                .forEach(field -> errors.add(FieldProblem.of(
                        pointer + "/" + field,
                        "UNKNOWN_FIELD",
                        field,
                        FIELDS.stream().sorted().collect(Collectors.joining(", ")))));
        String name = node.path("name").asString("");
        if (name.isBlank() || name.length() > 100) {
            errors.add(FieldProblem.of(pointer + "/name", "MISSING"));
        } else if (!names.add(name)) {
            errors.add(FieldProblem.of(pointer + "/name", "PLACEMENT_TWICE", name));
        }
        List<ChannelKey> channels = new ArrayList<>();
        for (String text : texts(node, pointer, "channel", "channels")) {
            channel(text, pointer + "/channels").ifPresent(channels::add);
        }
        return name.isBlank()
                ? Optional.empty()
                : Optional.of(new Placement(
                        name, channels, limit(node, pointer), groups(node, pointer), repeats(node, pointer)));
    }

    private Set<String> groups(JsonNode node, String pointer) {
        Set<String> known = rules.catalogue().actions().values().stream()
                .map(Action::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> groups = new HashSet<>();
        for (String group : texts(node, pointer, "groups")) {
            if (known.contains(group)) {
                groups.add(group);
            } else {
                errors.add(
                        FieldProblem.of(pointer + "/groups", "UNKNOWN_ACTION_GROUP", group, String.join(", ", known)));
            }
        }
        return groups;
    }

    private boolean repeats(JsonNode node, String pointer) {
        JsonNode repeats = node.get("allowRepeats");
        if (repeats != null && !repeats.isNull() && !repeats.isBoolean()) {
            errors.add(FieldProblem.of(pointer + "/allowRepeats", "WRONG_TYPE_HERE", "true, false"));
        }
        return repeats != null && repeats.asBoolean(false);
    }

    private int limit(JsonNode node, String pointer) {
        JsonNode limit = node.get("limit");
        if (limit == null || limit.isNull()) {
            return 1;
        }
        if (!limit.isIntegralNumber() || !limit.canConvertToInt()) {
            errors.add(FieldProblem.of(pointer + "/limit", "WRONG_TYPE_HERE", "integer"));
            return 1;
        }
        if (limit.intValue() < 1 || limit.intValue() > ReadRequest.MOST) {
            errors.add(FieldProblem.of(pointer + "/limit", "LIMIT_OUT_OF_RANGE", limit.intValue(), ReadRequest.MOST));
            return 1;
        }
        return limit.intValue();
    }

    /** The texts under some names: each a text or a list of them. */
    private List<String> texts(JsonNode node, String pointer, String... fields) {
        List<String> texts = new ArrayList<>();
        for (String field : fields) {
            JsonNode value = node.get(field);
            if (value == null || value.isNull()) {
                continue;
            }
            if (value.isString()) {
                texts.add(value.stringValue());
            } else if (value.isArray() && value.values().stream().allMatch(JsonNode::isString)) {
                value.forEach(one -> texts.add(one.stringValue()));
            } else {
                errors.add(FieldProblem.of(pointer + "/" + field, "WRONG_TYPE_HERE", "string, [string]"));
            }
        }
        return texts;
    }

    /** A channel by its key or one of its titles. */
    Optional<ChannelKey> channel(String text, String pointer) {
        ChannelKey key = new ChannelKey(text);
        Optional<ChannelKey> channel = rules.catalogue().channels().values().stream()
                .filter(known -> known.key().equals(key)
                        || new ChannelKey(known.title().en()).equals(key)
                        || new ChannelKey(known.title().de()).equals(key))
                .map(Channel::key)
                .findFirst();
        if (channel.isEmpty()) {
            errors.add(FieldProblem.of(
                    pointer,
                    "UNKNOWN_CHANNEL",
                    text,
                    String.join(
                            ", ",
                            rules.catalogue().channels().keySet().stream()
                                    .map(ChannelKey::value)
                                    .toList())));
        }
        return channel;
    }
}
