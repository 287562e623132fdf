package org.lotse.api.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lotse.api.problem.ProblemException;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.Rejection;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.explanation.Change;
import org.lotse.engine.explanation.ExplainDecision;
import org.lotse.engine.explanation.WhyNot;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.Comparison;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Explains past decisions: the winner's reasons, every loser's obstacle and the smallest change that would have had it
 * chosen, what would have concluded otherwise, and what each prediction is made of. Worked out when asked for.
 */
@Component
class Explaining {
    private final ServingModels models;

    Explaining(ServingModels models) {
        this.models = models;
    }

    /**
     * The explanation of a decision.
     *
     * @param action only this candidate among those not chosen; empty for all
     * @throws ProblemException when the action was no candidate
     */
    ObjectNode explain(DecisionRecord record, RuleSet rules, Words words, AnswerJson answers, Optional<String> action) {
        Predictions predictions = models.predictions(record.versions().models());
        ExplainDecision explain = new ExplainDecision(record, rules, predictions, models.statistics());
        Decision decision = explain.decision();
        action.ifPresent(asked -> known(asked, decision));
        ObjectNode node = new ExplanationJson(words, answers).write(record, decision, action.orElse(null));
        flips(explain, words, node, action);
        outputs(record, rules, explain, words, node);
        node.set("scores", scores(record, decision, rules, words));
        return node;
    }

    /** What each prediction that was read is made of. */
    ArrayNode scores(DecisionRecord record, Decision decision, RuleSet rules, Words words) {
        ArrayNode scores = JsonNodeFactory.instance.arrayNode();
        Predictions predictions = models.predictions(record.versions().models());
        new ContributionsJson(record, rules, predictions, words).write(decision, scores);
        return scores;
    }

    private static void known(String asked, Decision decision) {
        List<String> candidates = Stream.concat(
                        decision.ranked().stream().map(Decision.Ranked::candidate),
                        decision.notChosen().stream().map(Decision.NotChosen::candidate))
                .map(Object::toString)
                .toList();
        if (!candidates.contains(asked)) {
            throw ProblemException.invalid(
                    "/action",
                    "UNKNOWN_CANDIDATE",
                    asked,
                    candidates.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private static void flips(ExplainDecision explain, Words words, ObjectNode node, Optional<String> action) {
        Map<String, WhyNot> reasons = new HashMap<>();
        explain.whyNot(candidate -> action.isEmpty() || action.get().equals(candidate.toString()))
                .forEach(whyNot -> reasons.put(whyNot.loser().candidate().toString(), whyNot));
        ChangeJson changes = new ChangeJson(words, explain);
        for (JsonNode each : node.get("notChosen")) {
            ObjectNode loser = (ObjectNode) each;
            WhyNot whyNot = reasons.get(loser.get("action").asString());
            if (whyNot == null) {
                continue;
            }
            List<TermPath> through = through(whyNot.loser().rejection());
            loser.put("flips", whyNot.needs().name());
            ArrayNode flip = loser.putArray("flip");
            whyNot.flip()
                    .forEach(change -> changes.write(
                            change, whyNot.needs() == WhyNot.Needs.ONE ? through : List.of(), flip.addObject()));
            ArrayNode others = loser.putArray("otherFlips");
            whyNot.others().forEach(change -> changes.write(change, through, others.addObject()));
            loser.put("flipText", text(whyNot, flip, words));
        }
    }

    private static String text(WhyNot whyNot, ArrayNode flip, Words words) {
        List<String> texts =
                flip.valueStream().map(change -> change.get("text").asString()).toList();
        return switch (whyNot.needs()) {
            case ONE -> texts.getFirst();
            case ALL -> words.of("flips.ALL", String.join(" ", texts));
            case NONE -> words.of("flips.NONE");
        };
    }

    /** The terms of the row that stood in the way. */
    private static List<TermPath> through(Rejection rejection) {
        List<Comparison> comparisons = switch (rejection) {
            case Rejection.ByRules(Verdict.Forbidden(var layer, Firing by)) -> by.comparisons();
            case Rejection.ByRules(Verdict.NotAllowed(var layer, Firing nearest)) ->
                nearest.comparisons().stream().filter(each -> !each.met()).toList();
            case Rejection.ChannelForbidden(var channel, Firing by) -> by.comparisons();
            default -> List.of();
        };
        return comparisons.stream().map(Comparison::term).distinct().toList();
    }

    /** What a table decision concluded, why, and what would have concluded otherwise. */
    private static void outputs(
            DecisionRecord record, RuleSet rules, ExplainDecision explain, Words words, ObjectNode node) {
        if (!(rules.vocabulary().decisions().get(record.inputs().decision())
                instanceof DecisionDeclaration.ByRules byRules)) {
            return;
        }
        ChangeJson changes = new ChangeJson(words, explain);
        ReasonJson reasons = new ReasonJson(Optional.of(words));
        ArrayNode outputs = node.putArray("outputs");
        Map<TermKey, List<Change>> otherwise = explain.otherwise(byRules.outputs());
        for (TermKey key : byRules.outputs()) {
            TermPath path = TermPath.of(key);
            ObjectNode output = outputs.addObject().put("term", key.value()).put("title", words.title(path));
            explain.before(path).ifPresent(value -> {
                ExplanationJson.put(output, "value", value);
                output.put("text", words.value(path, value));
            });
            Conclusion conclusion = explain.decision().judgement().conclusions().get(key);
            if (conclusion != null) {
                reasons.write(org.lotse.engine.decision.Reason.of(conclusion), output.putArray("reasons"));
            }
            ArrayNode others = output.putArray("otherwise");
            for (Change change : otherwise.getOrDefault(key, List.of())) {
                explain.after(change, path).ifPresent(value -> {
                    ObjectNode other = others.addObject();
                    ExplanationJson.put(other, "value", value);
                    changes.write(change, List.of(), other.putArray("flip").addObject());
                    other.put(
                            "text",
                            words.of(
                                    "otherwise",
                                    words.value(path, value),
                                    other.at("/flip/0/text").asString()));
                });
            }
        }
    }
}
