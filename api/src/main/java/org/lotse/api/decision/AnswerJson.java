package org.lotse.api.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.arbitration.PriceList;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.Reason;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Value;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer to a request. Without words it is canonical: the same record and bundle give the same bytes, which is what
 * replay compares.
 */
final class AnswerJson {
    private static final TermKey SERVICE_LEVEL = new TermKey("service-level");
    private static final TermKey RESPOND_WITHIN = new TermKey("respond-within");
    private static final TermKey ROUTE = new TermKey("route");
    private static final TermKey TONE = new TermKey("tone");

    private final RuleSet rules;
    private final EngineVersion engine;
    private final Optional<Words> words;
    private final ReasonJson reasons;

    AnswerJson(RuleSet rules, EngineVersion engine, Optional<Words> words) {
        this.rules = rules;
        this.engine = engine;
        this.words = words;
        this.reasons = new ReasonJson(words);
    }

    ObjectNode write(DecisionRecord record, Decision decision) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("decisionId", record.id());
        node.put("decision", record.inputs().decision());
        subject(record.inputs().subject(), node);
        node.put("at", record.inputs().at().toString());
        serviceLevel(decision, node);
        node.set("scores", scores(record, decision));
        ArrayNode actions = node.putArray("actions");
        for (int rank = 0; rank < decision.ranked().size(); rank++) {
            actions.add(ranked(record, decision, rank));
        }
        places(record, decision, node);
        outputs(record, decision, node);
        words.filter(spoken -> decision.ranked().isEmpty())
                .flatMap(spoken -> new Say(rules, record, decision, spoken.language())
                        .write(JsonNodeFactory.instance.objectNode()))
                .ifPresent(say -> node.set("say", say));
        nothing(record, decision, node);
        degraded(record, decision, node.putArray("degraded"));
        node.put("whatIf", record.whatIf());
        record.contactId().ifPresentOrElse(id -> node.put("contactId", id), () -> node.putNull("contactId"));
        versions(record, node.putObject("versions"));
        return node;
    }

    /** The subject; of one that only the request knew, its type alone. */
    private static void subject(SubjectId subject, ObjectNode node) {
        boolean named = !subject.id().equals(ReadRequest.UNNAMED);
        if (named && subject.type().equals(SubjectType.CUSTOMER)) {
            node.put("customerId", subject.id());
        }
        ObjectNode about = node.putObject("subject").put("type", subject.type().value());
        if (named) {
            about.put("id", subject.id());
        }
    }

    /** One chosen candidate with its factors and reasons. */
    ObjectNode ranked(DecisionRecord record, Decision decision, int rank) {
        Decision.Ranked ranked = decision.ranked().get(rank);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Decision.Place place = decision.placeOf(rank);
        if (!place.name().isEmpty()) {
            node.put("placement", place.name());
        }
        node.put("rank", rank - place.from() + 1);
        switch (ranked.candidate()) {
            case CandidateRef.OfAction(ActionKey action) -> node.put("action", action.value());
            case CandidateRef.OfSubject(var subject) ->
                node.put("action", subject.toString())
                        .putObject("candidate")
                        .put("type", subject.type().value())
                        .put("id", subject.id());
        }
        words.ifPresent(spoken -> node.put("title", spoken.title(ranked.candidate())));
        ranked.channel().ifPresent(channel -> node.put("channel", channel.value()));
        node.put("priority", ranked.factors().priority());
        node.set("factors", factors(ranked.factors()));
        if (rank == place.from()) {
            node.put("probability", place.probability());
        }
        say(record, decision, ranked, node);
        reasons.write(Reason.of(decision, rank, rules), node.putArray("reasons"));
        return node;
    }

    /** What each place of the request got; only where the request names places. */
    private void places(DecisionRecord record, Decision decision, ObjectNode node) {
        if (record.inputs().placements().isEmpty()) {
            return;
        }
        ArrayNode places = node.putArray("placements");
        decision.places().forEach(place -> {
            ObjectNode one = places.addObject().put("name", place.name());
            ArrayNode actions = one.putArray("actions");
            for (Decision.Ranked ranked : decision.ranked().subList(place.from(), place.until())) {
                ObjectNode action =
                        actions.addObject().put("action", ranked.candidate().toString());
                ranked.channel().ifPresent(channel -> action.put("channel", channel.value()));
            }
            String contact = record.contacts().get(place.name());
            if (contact != null) {
                one.put("contactId", contact);
            }
        });
    }

    static ObjectNode factors(Factors factors) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        factors.propensity().ifPresent(propensity -> node.put("propensity", propensity));
        factors.uplift().ifPresent(uplift -> node.put("uplift", uplift));
        return node.put("basis", factors.basis().name())
                .put("value", factors.value())
                .put("costIfAccepted", factors.costIfAccepted())
                .put("contactCost", factors.contactCost())
                .put("fatigue", factors.fatigue())
                .put("lever", factors.lever())
                .put("capacityPrice", factors.capacityPrice());
    }

    private void say(DecisionRecord record, Decision decision, Decision.Ranked ranked, ObjectNode node) {
        ObjectNode say = JsonNodeFactory.instance.objectNode();
        if (ranked.candidate() instanceof CandidateRef.OfAction) {
            say.put(
                    "tone",
                    value(decision, TONE)
                            .map(Value::toString)
                            .map(text -> text.toLowerCase(Locale.ROOT))
                            .orElse("formal"));
        }
        words.ifPresent(spoken -> new Say(rules, record, decision, spoken.language()).write(ranked, say));
        if (!say.isEmpty()) {
            node.set("say", say);
        }
    }

    private void serviceLevel(Decision decision, ObjectNode node) {
        Conclusion level = decision.judgement().conclusions().get(SERVICE_LEVEL);
        if (level == null || level.value().isEmpty()) {
            return;
        }
        ObjectNode service = node.putObject("serviceLevel");
        ExplanationJson.put(service, "tier", level.value().get());
        value(decision, RESPOND_WITHIN).ifPresent(hours -> ExplanationJson.put(service, "respondWithinHours", hours));
        value(decision, ROUTE).ifPresent(route -> ExplanationJson.put(service, "route", route));
        reasons.write(Reason.of(level), service.putArray("reasons"));
    }

    /** Predictions, and whatever has a percentile: value, unit, and how it stands among all. */
    private ObjectNode scores(DecisionRecord record, Decision decision) {
        ObjectNode scores = JsonNodeFactory.instance.objectNode();
        ScoredTerms scored = ScoredTerms.of(rules);
        for (ScoredTerms.Scored one : scored.of(record.inputs().subject().type())) {
            Term term = one.term();
            record.inputs().terms().number(one.path()).ifPresent(number -> {
                ObjectNode score = scores.putObject(term.key().value()).put("value", number);
                if (term.type() == TermType.MONEY) {
                    score.put("unit", rules.settings().currency().getCurrencyCode());
                }
                percentile(record, one.percentile(), score);
                if (term.source() instanceof Source.Prediction(String model)) {
                    String hash = record.versions().models().get(model);
                    score.put("model", hash == null ? model : model + "@" + hash);
                }
            });
        }
        return scores;
    }

    private static void percentile(
            DecisionRecord record, @org.jspecify.annotations.Nullable TermPath percentile, ObjectNode score) {
        if (percentile != null) {
            record.inputs()
                    .terms()
                    .number(percentile)
                    .ifPresent(
                            rank -> score.put("score", (int) Math.floor(rank)).put("percentile", rank));
        }
    }

    private void outputs(DecisionRecord record, Decision decision, ObjectNode node) {
        DecisionDeclaration declaration =
                rules.vocabulary().decisions().get(record.inputs().decision());
        List<TermKey> keys = declaration instanceof DecisionDeclaration.ByRules byRules
                ? byRules.outputs()
                : sorted(decision.judgement().conclusions().keySet());
        ObjectNode outputs = node.putObject("outputs");
        keys.forEach(key -> value(decision, key)
                .ifPresentOrElse(value -> ExplanationJson.put(outputs, key.value(), value), () -> {
                    if (declaration instanceof DecisionDeclaration.ByRules) {
                        outputs.putNull(key.value());
                    }
                }));
        if (declaration instanceof DecisionDeclaration.ByRules) {
            ArrayNode because = node.putArray("reasons");
            keys.forEach(key -> Optional.ofNullable(
                            decision.judgement().conclusions().get(key))
                    .ifPresent(conclusion -> reasons.write(Reason.of(conclusion), because)));
        }
    }

    private static List<TermKey> sorted(Set<TermKey> keys) {
        List<TermKey> sorted = new ArrayList<>(keys);
        sorted.sort(null);
        return sorted;
    }

    private void nothing(DecisionRecord record, Decision decision, ObjectNode node) {
        boolean arbitrates =
                !(rules.vocabulary().decisions().get(record.inputs().decision())
                        instanceof DecisionDeclaration.ByRules);
        if (arbitrates && decision.ranked().isEmpty()) {
            reasons.write(Reason.ofNothing(decision), node.putObject("nothing").putArray("reasons"));
        } else {
            node.putNull("nothing");
        }
        if (arbitrates) {
            node.putObject("doNothing").put("priority", 0.0).put("rank", decision.rankOfNothing());
        }
    }

    private static void degraded(DecisionRecord record, Decision decision, ArrayNode degraded) {
        record.inputs().unavailable().forEach(part -> degraded.add(part.name()));
        decision.judgement().degraded().forEach(degraded::add);
    }

    private void versions(DecisionRecord record, ObjectNode node) {
        node.put("rules", record.versions().rules())
                .put("engine", engine.build())
                .put("messages", engine.messages())
                .put("prices", prices(record))
                .put("statistics", record.versions().statistics());
        ObjectNode models = node.putObject("models");
        new TreeMap<>(record.versions().models()).forEach(models::put);
    }

    /** The version of the computed list; where nothing was computed, the hash of what was declared. */
    private String prices(DecisionRecord record) {
        String version = record.versions().prices();
        return version.equals(PriceList.DECLARED)
                ? DeclaredPrices.hash(rules, record.inputs().prices())
                : version;
    }

    private static Optional<Value> value(Decision decision, TermKey key) {
        return Optional.ofNullable(decision.judgement().conclusions().get(key)).flatMap(Conclusion::value);
    }
}
