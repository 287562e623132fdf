package org.lotse.api.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.decision.Reason;
import org.lotse.engine.rule.Comparison;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reasons as data, and in words when there is a language. */
final class ReasonJson {
    private final Optional<Words> words;

    ReasonJson(Optional<Words> words) {
        this.words = words;
    }

    void write(List<Reason> reasons, ArrayNode into) {
        reasons.forEach(reason -> write(reason, into.addObject()));
    }

    private void write(Reason reason, ObjectNode node) {
        node.put("code", code(reason));
        switch (reason) {
            case Reason.PutForward(Firing by) -> row(by, node);
            case Reason.Allowed(Firing by) -> row(by, node);
            case Reason.Concluded(TermKey term, Firing by) -> {
                row(by, node);
                node.put("concludes", term.value());
            }
            case Reason.DefaultApplies(TermKey term) -> node.put("concludes", term.value());
            case Reason.Likely(double propensity, String model) ->
                node.put("value", propensity).put("model", model);
            case Reason.AssumedChance(double propensity) -> node.put("value", propensity);
            case Reason.MakesADifference(double uplift) -> node.put("value", uplift);
            case Reason.AssumedDifference(double uplift) -> node.put("value", uplift);
            case Reason.Worth(double value, List<TermPath> from) -> {
                node.put("value", value);
                ArrayNode terms = node.putArray("terms");
                from.forEach(term -> terms.add(term.toString()));
            }
            case Reason.Beats(String next, double by) -> node.put("next", next).put("value", by);
            case Reason.Explored(double probability) -> node.put("value", probability);
            case Reason.FallbackApplies ignored -> {}
            case Reason.InControlGroup ignored -> {}
            case Reason.NothingWorthwhile(int candidates) -> node.put("value", candidates);
        }
        words.ifPresent(spoken -> node.put("text", text(reason, spoken)));
    }

    /** The row and, where one condition speaks for the row, its term and value. */
    private static void row(Firing firing, ObjectNode node) {
        row(firing.row(), node);
        firing.comparisons().stream().findFirst().ifPresent(comparison -> ExplanationJson.comparison(comparison, node));
    }

    static void row(RowRef row, ObjectNode node) {
        node.put("rule", row.name()).put("file", row.file());
        if (!row.sheet().isEmpty()) {
            node.put("sheet", row.sheet());
        }
        node.put("row", row.row());
    }

    private static String code(Reason reason) {
        return switch (reason) {
            case Reason.PutForward ignored -> "PUT_FORWARD";
            case Reason.Allowed ignored -> "ALLOWED";
            case Reason.Concluded ignored -> "CONCLUDED";
            case Reason.DefaultApplies ignored -> "DEFAULT_APPLIES";
            case Reason.Likely ignored -> "LIKELY";
            case Reason.AssumedChance ignored -> "ASSUMED_CHANCE";
            case Reason.MakesADifference ignored -> "MAKES_A_DIFFERENCE";
            case Reason.AssumedDifference ignored -> "ASSUMED_DIFFERENCE";
            case Reason.Worth ignored -> "WORTH";
            case Reason.Beats ignored -> "BEATS";
            case Reason.Explored ignored -> "EXPLORED";
            case Reason.FallbackApplies ignored -> "FALLBACK";
            case Reason.InControlGroup ignored -> "CONTROL_GROUP";
            case Reason.NothingWorthwhile ignored -> "NOTHING_WORTHWHILE";
        };
    }

    private static String text(Reason reason, Words words) {
        return switch (reason) {
            case Reason.PutForward(Firing by) ->
                words.of("reason.PUT_FORWARD", words.row(by.row()), comparisons(by, words));
            case Reason.Allowed(Firing by) ->
                by.comparisons().isEmpty()
                        ? words.of("reason.ALLOWED_ALWAYS", words.row(by.row()))
                        : words.of("reason.ALLOWED", words.row(by.row()), comparisons(by, words));
            case Reason.Concluded(TermKey term, Firing by) ->
                by.comparisons().isEmpty()
                        ? words.of("reason.CONCLUDED_ALWAYS", words.row(by.row()), words.title(TermPath.of(term)))
                        : words.of(
                                "reason.CONCLUDED",
                                words.row(by.row()),
                                comparisons(by, words),
                                words.title(TermPath.of(term)));
            case Reason.DefaultApplies(TermKey term) ->
                words.of("reason.DEFAULT_APPLIES", words.title(TermPath.of(term)));
            case Reason.Likely(double propensity, String model) ->
                words.of("reason.LIKELY", words.format().probability(propensity), shortened(model));
            case Reason.AssumedChance(double propensity) ->
                words.of("reason.ASSUMED_CHANCE", words.format().probability(propensity));
            case Reason.MakesADifference(double uplift) ->
                words.of("reason.MAKES_A_DIFFERENCE", words.format().probability(uplift));
            case Reason.AssumedDifference(double uplift) ->
                words.of("reason.ASSUMED_DIFFERENCE", words.format().probability(uplift));
            case Reason.Worth(double value, List<TermPath> from) ->
                from.isEmpty()
                        ? words.of("reason.WORTH", words.format().money(value))
                        : words.of(
                                "reason.WORTH_FROM",
                                words.format().money(value),
                                from.stream().map(words::title).collect(Collectors.joining(", ")));
            case Reason.Beats(String next, double by) ->
                isSubject(next)
                        ? words.of("reason.BEATS_SUBJECT", next, words.format().number(by))
                        : words.of(
                                "reason.BEATS",
                                candidate(next, words),
                                words.format().money(by));
            case Reason.Explored(double probability) ->
                words.of("reason.EXPLORED", words.format().probability(probability));
            case Reason.FallbackApplies ignored -> words.of("reason.FALLBACK");
            case Reason.InControlGroup ignored -> words.of("reason.CONTROL_GROUP");
            case Reason.NothingWorthwhile(int candidates) ->
                words.of("reason.NOTHING_WORTHWHILE", String.valueOf(candidates));
        };
    }

    private static String comparisons(Firing firing, Words words) {
        List<Comparison> comparisons = firing.comparisons();
        return words.comparisons(comparisons);
    }

    /** Candidates that are subjects are named with their type: {@code jurist/j-1}; what they are worth is no money. */
    static boolean isSubject(String reference) {
        return reference.contains("/");
    }

    static String candidate(String reference, Words words) {
        return isSubject(reference) ? reference : words.title(new ActionKey(reference));
    }

    /** {@code churn@3f9a01c7} of a model name with a whole hash. */
    private static String shortened(String model) {
        int at = model.indexOf('@');
        return at < 0 || model.length() <= at + 9 ? model : model.substring(0, at + 9);
    }
}
