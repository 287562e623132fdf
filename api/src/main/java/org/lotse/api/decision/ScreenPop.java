package org.lotse.api.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an agent sees before the caller speaks: the inbound next best action in a few short lines. */
@Component
public class ScreenPop {
    private static final TermKey NAME = new TermKey("name");
    private static final TermKey MOOD = new TermKey("mood");
    private static final ChannelKey CALL_CENTRE = new ChannelKey("CALL_CENTRE");
    private static final int ACTIONS = 3;
    /** Risk below this is called low, above the second high. */
    private static final double LOW = 0.2;

    private static final double HIGH = 0.5;

    private final Deciding deciding;
    private final Subjects subjects;
    private final RuleSets ruleSets;

    ScreenPop(Deciding deciding, Subjects subjects, RuleSets ruleSets) {
        this.deciding = deciding;
        this.subjects = subjects;
        this.ruleSets = ruleSets;
    }

    /**
     * Decides for a caller and shows it.
     *
     * @param customer the caller's customer id
     * @param context what is known of the call so far, by term key
     * @throws ProblemException 404 when nothing is stored of the customer
     */
    public ObjectNode show(String customer, Map<String, String> context, Locale locale) {
        SubjectId id = SubjectId.customer(customer);
        RuleSet active = ruleSets.active();
        DecisionRecord record = deciding.decideForCall(id, context(active, context), Optional.of(CALL_CENTRE), ACTIONS);
        RuleSet rules = ruleSets.version(record.versions().rules()).orElseThrow();
        Words words = new Words(rules, SubjectType.CUSTOMER, Language.of(locale));
        SubjectState state = subjects.find(id, record.inputs().at())
                .orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, "customer", customer));
        ObjectNode answer = deciding.worded(record, locale);

        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("customerId", customer);
        text(record, NAME).ifPresent(name -> node.put("name", name));
        node.put("decisionId", record.id());
        scores(record, rules, words, answer, node.putArray("scores"));
        mood(record, words, node);
        lastInteraction(state, rules, words, record.inputs().at(), node);
        copy(answer, node, "serviceLevel");
        node.put("recommendation", recommendation(answer, words));
        node.set("actions", answer.get("actions"));
        node.set("nothing", answer.get("nothing"));
        node.set("outputs", answer.get("outputs"));
        node.set("degraded", answer.get("degraded"));
        return node;
    }

    private static Map<TermKey, Value> context(RuleSet rules, Map<String, String> given) {
        Map<TermKey, Value> context = new HashMap<>();
        given.forEach((name, text) -> {
            Term term = Optional.of(name)
                    .filter(TermKey::isWellFormed)
                    .flatMap(key -> rules.vocabulary().term(SubjectType.CUSTOMER, new TermKey(key)))
                    .filter(known -> known.source() instanceof Source.Context)
                    .orElseThrow(() -> ProblemException.invalid("/" + name, "NOT_CONTEXT", name));
            context.put(term.key(), ReadContext.value(term, text));
        });
        return context;
    }

    /** Each score with its unit, how it stands among all, and how high that is. */
    private static void scores(DecisionRecord record, RuleSet rules, Words words, ObjectNode answer, ArrayNode scores) {
        answer.get("scores").properties().forEach(entry -> {
            TermPath path = TermPath.parse(entry.getKey());
            Term term = rules.vocabulary().term(SubjectType.CUSTOMER, path).orElseThrow();
            double value = entry.getValue().get("value").asDouble();
            ObjectNode score = scores.addObject()
                    .put("term", entry.getKey())
                    .put("title", words.title(path))
                    .put("value", value);
            String spoken = words.format().of(term, Value.of(value));
            JsonNode percentile = entry.getValue().get("percentile");
            if (percentile != null) {
                score.put("score", (int) Math.floor(percentile.asDouble())).put("percentile", percentile.asDouble());
                score.put(
                        "text",
                        (int) Math.floor(percentile.asDouble()) + "/100 (" + standing(percentile.asDouble(), words)
                                + ", " + spoken + ")");
            } else if (term.type() == org.lotse.engine.term.TermType.PROBABILITY) {
                String level = value < LOW ? "LOW" : value < HIGH ? "MEDIUM" : "HIGH";
                score.put("level", level);
                score.put("text", words.of("pop.level." + level) + " (" + spoken + ")");
            } else {
                score.put("text", spoken);
            }
        });
    }

    private static String standing(double percentile, Words words) {
        return percentile >= 50
                ? words.of("pop.top", String.valueOf(Math.max(1, (int) Math.ceil(100 - percentile))))
                : words.of("pop.bottom", String.valueOf(Math.max(1, (int) Math.ceil(percentile))));
    }

    private static void mood(DecisionRecord record, Words words, ObjectNode node) {
        record.inputs()
                .terms()
                .value(MOOD)
                .ifPresent(mood ->
                        node.put("mood", mood.toString()).put("moodText", words.value(TermPath.of(MOOD), mood)));
    }

    private static void lastInteraction(SubjectState state, RuleSet rules, Words words, Instant at, ObjectNode node) {
        state.events().stream()
                .filter(event -> !event.time().isAfter(at))
                .max(Comparator.comparing(Event::time))
                .ifPresent(event -> {
                    EventType type = rules.vocabulary().events().get(event.type());
                    String title = type == null ? event.type() : type.title().in(words.language());
                    node.putObject("lastInteraction")
                            .put("type", event.type())
                            .put("at", event.time().toString())
                            .put("text", title + ", " + daysAgo(Duration.between(event.time(), at), words));
                });
    }

    private static String daysAgo(Duration ago, Words words) {
        List<String> forms =
                List.of(words.of("pop.days", String.valueOf(ago.toDays())).split("\\|", -1));
        return forms.get((int) Math.min(ago.toDays(), forms.size() - 1));
    }

    private static String recommendation(ObjectNode answer, Words words) {
        JsonNode first = answer.get("actions").get(0);
        return first == null
                ? words.of("pop.standard")
                : words.of("pop.action", first.get("title").asString());
    }

    private static Optional<String> text(DecisionRecord record, TermKey key) {
        return record.inputs().terms().value(key).map(Value::toString);
    }

    private static void copy(ObjectNode from, ObjectNode to, String member) {
        JsonNode node = from.get(member);
        if (node != null) {
            to.set(member, node);
        }
    }
}
