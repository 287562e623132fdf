package org.lotse.api.decision;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lotse.api.problem.ProblemException;
import org.lotse.engine.action.Direction;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Terms;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Looks back at decisions: the record, its explanation, its replay. Everything is derived from record and bundle. */
@Component
public class Records {
    private final DecisionStore store;
    private final RuleSets ruleSets;
    private final EngineVersion engine;
    private final JsonMapper json;
    private final Explaining explaining;

    Records(DecisionStore store, RuleSets ruleSets, EngineVersion engine, JsonMapper json, Explaining explaining) {
        this.explaining = explaining;
        this.store = store;
        this.ruleSets = ruleSets;
        this.engine = engine;
        this.json = json;
    }

    /**
     * What others need to know of a decision.
     *
     * @param subject about whom
     * @param at when
     * @param isInbound whether the customer had turned to us
     * @param actions the actions chosen or looked at
     * @param channels the channel of each chosen action
     * @param chosen the action that came first, if one did
     */
    public record Summary(
            SubjectId subject,
            Instant at,
            boolean isInbound,
            List<String> actions,
            Map<String, String> channels,
            Optional<String> chosen) {
        public Optional<String> channelOf(String action) {
            return Optional.ofNullable(channels.get(action));
        }
    }

    /**
     * What was decided, in short.
     *
     * @throws ProblemException 404 when there is no such decision
     */
    public Summary summary(String id) {
        Known known = known(id);
        Map<String, String> channels = new HashMap<>();
        List<String> actions = new ArrayList<>();
        known.decision.ranked().forEach(ranked -> {
            actions.add(ranked.candidate().toString());
            ranked.channel()
                    .ifPresent(channel -> channels.put(ranked.candidate().toString(), channel.value()));
        });
        known.decision
                .notChosen()
                .forEach(loser -> actions.add(loser.candidate().toString()));
        return new Summary(
                known.record.inputs().subject(),
                known.record.inputs().at(),
                known.record.inputs().direction() == Direction.INBOUND,
                actions,
                channels,
                known.decision.ranked().stream()
                        .findFirst()
                        .map(ranked -> ranked.candidate().toString()));
    }

    /**
     * What a model can learn from of an offer: what was known when it was made.
     *
     * @param subject whom the terms belong to
     * @param terms as they were read
     * @param isInbound whether the customer had turned to us
     * @param channel over which channel it was offered
     * @param model the model that predicted it, without its version; empty where none did
     */
    public record Offered(
            SubjectType subject, Terms terms, boolean isInbound, String channel, Optional<String> model) {}

    /** What was known when an action was offered; empty when it was not, or the record is gone. */
    public Optional<Offered> offered(String id, String action) {
        Optional<DecisionStore.Stored> stored = store.find(id);
        Optional<PackRecords.Packed> packed = stored.flatMap(DecisionStore.Stored::packed);
        Optional<RuleSet> rules = stored.flatMap(one -> ruleSets.version(one.rules()));
        if (packed.isEmpty() || rules.isEmpty() || packed.get().record().whatIf()) {
            return Optional.empty();
        }
        DecisionRecord record = packed.get().record();
        Decision decision = DecideNextBestAction.replay(record, rules.get());
        return decision.ranked().stream()
                .filter(ranked -> ranked.candidate().toString().equals(action))
                .findFirst()
                .flatMap(Decision.Ranked::channel)
                .map(channel -> new Offered(
                        record.inputs().subject().type(),
                        record.inputs().terms(),
                        record.inputs().direction() == Direction.INBOUND,
                        channel.value(),
                        Optional.ofNullable(decision.predictions().get(new Decision.Pair(action, channel)))
                                .filter(read -> !read.isAssumed())
                                .map(read -> read.model().replaceAll("@.*", ""))));
    }

    /**
     * A value a decision read, as people write it.
     *
     * @param estimated whether a statistic of the population stood in for it
     */
    public record Fact(String title, String value, boolean estimated) {}

    /** What a decision read about its subject; what was not known is left out. */
    public List<Fact> facts(String id, Locale locale) {
        Known known = known(id);
        SubjectId subject = known.record.inputs().subject();
        FormatValue format = words(known, locale).format();
        List<Fact> facts = new ArrayList<>();
        known.record
                .inputs()
                .terms()
                .readings()
                .forEach((path, reading) -> known.rules
                        .vocabulary()
                        .term(subject.type(), path)
                        .ifPresent(term -> reading.value()
                                .ifPresent(value -> facts.add(new Fact(
                                        term.title().in(Language.of(locale)),
                                        format.of(term, value),
                                        reading instanceof Reading.Estimated)))));
        return facts;
    }

    /** Every candidate not chosen with its obstacle, in words; what would have had it chosen is worked out by explain. */
    public JsonNode notChosen(String id, Locale locale) {
        Known known = known(id);
        return explanation(known, locale)
                .write(known.record, known.decision, null)
                .get("notChosen");
    }

    /** What each prediction of a decision is made of. */
    public JsonNode scores(String id, Locale locale) {
        Known known = known(id);
        return explaining.scores(known.record, known.decision, known.rules, words(known, locale));
    }

    /** How a replay ended. */
    private enum State {
        IDENTICAL,
        DIFFERENT,
        ERASED,
        EXPIRED
    }

    /** The answer with its words, and everything that was read. */
    public ObjectNode whole(String id, Locale locale) {
        Known known = known(id);
        ObjectNode node = answers(known, locale).write(known.record, known.decision);
        node.set("read", json.readTree(RecordJson.write(known.record)));
        node.set(
                "notChosen",
                explanation(known, locale)
                        .write(known.record, known.decision, null)
                        .get("notChosen"));
        return node;
    }

    /**
     * Why the winner won and the others did not.
     *
     * @param action only this candidate among those not chosen; empty for all
     */
    public ObjectNode explain(String id, Optional<String> action, Locale locale) {
        Known known = known(id);
        return explaining.explain(known.record, known.rules, words(known, locale), answers(known, locale), action);
    }

    /** Decides again from the record and compares the answers byte for byte. */
    public ObjectNode replay(String id) {
        Optional<DecisionStore.Stored> found = store.find(id);
        if (found.isEmpty()) {
            if (store.isExpired(id)) {
                return replayed(State.EXPIRED, List.of());
            }
            throw ProblemException.of(DecisionProblems.UNKNOWN_RECORD, id);
        }
        if (found.get().packed().isEmpty()) {
            return replayed(State.ERASED, List.of());
        }
        PackRecords.Packed then = found.get().packed().get();
        Optional<RuleSet> rules = ruleSets.version(found.get().rules());
        if (rules.isEmpty()) {
            return replayed(State.EXPIRED, List.of());
        }
        Decision again = DecideNextBestAction.replay(then.record(), rules.get());
        byte[] answer = PackRecords.canonical(then.record(), again, rules.get(), then.engine());
        if (MessageDigest.isEqual(PackRecords.hash(answer), then.answer())) {
            return replayed(State.IDENTICAL, List.of());
        }
        List<String> differences = new ArrayList<>();
        compare("", then.decided(), CompactJson.plain(DecidedJson.write(again)), differences);
        if (differences.isEmpty()) {
            differences.add("/reasons: decided the same, but for other reasons; then by the build "
                    + then.engine().build() + ", now by " + engine.build());
        }
        return replayed(State.DIFFERENT, differences);
    }

    private static ObjectNode replayed(State state, List<String> differences) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("state", state.name()).put("identical", state == State.IDENTICAL);
        ArrayNode array = node.putArray("differences");
        differences.forEach(array::add);
        return node;
    }

    private static void compare(String pointer, JsonNode then, JsonNode now, List<String> differences) {
        if (then.equals(now)) {
            return;
        }
        if (then.isObject() && now.isObject()) {
            then.propertyNames()
                    .forEach(name -> compare(
                            pointer + "/" + name,
                            then.get(name),
                            now.has(name) ? now.get(name) : JsonNodeFactory.instance.missingNode(),
                            differences));
            now.propertyNames().stream()
                    .filter(name -> !then.has(name))
                    .forEach(
                            name -> differences.add(pointer + "/" + name + ": absent then, " + now.get(name) + " now"));
        } else if (then.isArray() && now.isArray() && then.size() == now.size()) {
            for (int i = 0; i < then.size(); i++) {
                compare(pointer + "/" + i, then.get(i), now.get(i), differences);
            }
        } else {
            differences.add(pointer + ": " + then + " then, " + now + " now");
        }
    }

    private record Known(DecisionRecord record, Decision decision, RuleSet rules, EngineVersion engine) {}

    private Known known(String id) {
        DecisionStore.Stored stored = store.find(id)
                .orElseThrow(() -> ProblemException.of(
                        store.isExpired(id) ? DecisionProblems.PAST_RETENTION : DecisionProblems.UNKNOWN_RECORD, id));
        PackRecords.Packed packed = stored.packed().orElseThrow(() -> ProblemException.of(DecisionProblems.ERASED, id));
        RuleSet rules = ruleSets.version(stored.rules())
                .orElseThrow(() -> ProblemException.of(DecisionProblems.EXPIRED, id, stored.rules()));
        return new Known(packed.record(), DecideNextBestAction.replay(packed.record(), rules), rules, packed.engine());
    }

    private AnswerJson answers(Known known, Locale locale) {
        return new AnswerJson(known.rules, known.engine, Optional.of(words(known, locale)));
    }

    private ExplanationJson explanation(Known known, Locale locale) {
        return new ExplanationJson(words(known, locale), answers(known, locale));
    }

    private static Words words(Known known, Locale locale) {
        return new Words(known.rules, known.record.inputs().subject().type(), Language.of(locale));
    }
}
