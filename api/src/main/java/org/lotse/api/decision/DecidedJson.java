package org.lotse.api.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.Rejection;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.Verdict;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was decided, as the record keeps it: per candidate its factors, or the stage at which it fell with the row that
 * stopped it. Reasons, words and flips follow from record and bundle.
 */
final class DecidedJson {
    private static final Comparator<Conclusion> BY_TERM = Comparator.comparing(Conclusion::term);

    private DecidedJson() {}

    static ObjectNode write(Decision decision) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode ranked = node.putArray("ranked");
        decision.ranked().forEach(one -> {
            ObjectNode chosen =
                    ranked.addObject().put("candidate", one.candidate().toString());
            one.channel().ifPresent(channel -> chosen.put("channel", channel.value()));
            chosen.set("factors", AnswerJson.factors(one.factors()));
        });
        ArrayNode notChosen = node.putArray("notChosen");
        decision.notChosen().forEach(one -> {
            ObjectNode loser = notChosen
                    .addObject()
                    .put("candidate", one.candidate().toString())
                    .put("stage", one.rejection().stage().name());
            detail(one.rejection(), loser);
        });
        ObjectNode concluded = node.putObject("concluded");
        List<Conclusion> reached = new ArrayList<>();
        decision.judgement().conclusions().values().forEach(conclusion -> {
            if (!conclusion.because().isEmpty()) {
                reached.add(conclusion);
            }
        });
        reached.sort(BY_TERM);
        reached.forEach(conclusion -> conclusion
                .value()
                .ifPresent(value ->
                        ExplanationJson.put(concluded, conclusion.term().value(), value)));
        decision.withheld().ifPresent(first -> {
            ObjectNode withheld = node.putObject("withheld")
                    .put("candidate", first.candidate().toString());
            first.channel().ifPresent(channel -> withheld.put("channel", channel.value()));
        });
        node.put("probability", decision.probability());
        node.put("explored", decision.explored());
        return node;
    }

    private static void detail(Rejection rejection, ObjectNode node) {
        switch (rejection) {
            case Rejection.ByRules(Verdict.Forbidden(var layer, var by)) -> row(by.row(), node);
            case Rejection.ByRules(Verdict.NotAllowed(var layer, var nearest)) -> row(nearest.row(), node);
            case Rejection.ChannelForbidden(var channel, var by) -> row(by.row(), node.put("channel", channel.value()));
            case Rejection.BreaksPromise(var channel, var promise) ->
                row(promise, node.put("channel", channel.value()));
            case Rejection.NoConsent(var channel, var consent) -> node.put("channel", channel.value());
            case Rejection.CapReached reached ->
                node.put("channel", reached.channel().value())
                        .put("cap", reached.usage().cap());
            case Rejection.BelowMinimum below ->
                node.put("channel", below.channel().value()).set("factors", AnswerJson.factors(below.factors()));
            case Rejection.Outranked outranked -> {
                outranked.channel().ifPresent(channel -> node.put("channel", channel.value()));
                node.set("factors", AnswerJson.factors(outranked.factors()));
            }
            default -> {}
        }
    }

    private static void row(RowRef row, ObjectNode node) {
        node.put("file", row.file()).put("row", row.row());
        if (!row.sheet().isEmpty()) {
            node.put("sheet", row.sheet());
        }
    }
}
