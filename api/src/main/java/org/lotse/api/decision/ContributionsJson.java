package org.lotse.api.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.prediction.Contributions;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each prediction that was read, and what each signal adds to it, as data and in words. */
final class ContributionsJson {
    private static final double SAME = 1e-9;
    private static final int SAID = 3;
    private static final String SINCE = "recent-outcomes";

    private final DecisionRecord record;
    private final RuleSet rules;
    private final Predictions predictions;
    private final Words words;

    ContributionsJson(DecisionRecord record, RuleSet rules, Predictions predictions, Words words) {
        this.record = record;
        this.rules = rules;
        this.predictions = predictions;
        this.words = words;
    }

    /** The predictions read as terms, and those of the pairs chosen. */
    void write(Decision decision, ArrayNode scores) {
        SubjectType type = record.inputs().subject().type();
        for (Term term : rules.vocabulary().terms(type).values()) {
            if (term.source() instanceof Source.Prediction(String model)) {
                TermPath path = TermPath.of(term.key());
                record.inputs().terms().number(path).ifPresent(value -> {
                    ObjectNode score = scores.addObject()
                            .put("term", term.key().value())
                            .put("title", words.title(path))
                            .put("value", value);
                    contributions(
                            predictions.because(model, type, record.inputs().terms()),
                            value,
                            words.title(path),
                            term.type(),
                            score);
                });
            }
        }
        for (Decision.Ranked ranked : decision.ranked()) {
            if (ranked.candidate() instanceof CandidateRef.OfAction(ActionKey action)) {
                ranked.channel().ifPresent(channel -> pair(action, channel, decision, scores));
            }
        }
    }

    private void pair(ActionKey action, ChannelKey channel, Decision decision, ArrayNode scores) {
        PairPrediction read = decision.predictions().get(new Decision.Pair(action.value(), channel));
        if (read == null || read.isAssumed()) {
            return;
        }
        String title = words.of("score.PAIR", words.title(action), words.title(channel));
        ObjectNode score = scores.addObject()
                .put("action", action.value())
                .put("channel", channel.value())
                .put("title", title)
                .put("value", read.propensity());
        String model =
                rules.catalogue().action(action).orElseThrow().on(channel).model();
        contributions(
                predictions
                        .because(
                                model,
                                record.inputs().subject().type(),
                                record.inputs().terms(),
                                action.value(),
                                channel.value())
                        .filter(each -> each.model().equals(read.model()))
                        .map(each -> since(each, read.propensity())),
                read.propensity(),
                title,
                TermType.PROBABILITY,
                score);
    }

    /** With what outcomes have taught since the model was trained: what was read less what the model says. */
    private static Contributions since(Contributions said, double read) {
        double share = read - said.value();
        if (Math.abs(share) <= SAME) {
            return said;
        }
        double margin = Math.log(read / (1 - read));
        List<Contributions.Part> parts = new ArrayList<>(said.parts());
        parts.add(new Contributions.Part(SINCE, margin - said.margin(), share));
        parts.sort(Comparator.comparingDouble((Contributions.Part part) -> -Math.abs(part.share())));
        return new Contributions(said.model(), said.baseMargin(), margin, said.base(), read, parts);
    }

    /** Only what adds up to the value that was read is said; the request may have set it, or another model. */
    private void contributions(
            Optional<Contributions> because, double value, String title, TermType type, ObjectNode score) {
        Optional<Contributions> said = because.filter(each -> Math.abs(each.value() - value) <= SAME);
        if (said.isEmpty()) {
            score.putNull("contributions");
            score.put("text", words.of("score.UNEXPLAINED", title, spoken(type, value)));
            return;
        }
        Contributions all = said.get();
        score.put("model", all.model()).put("base", all.base());
        score.put("margin", all.margin()).put("baseMargin", all.baseMargin());
        ArrayNode parts = score.putArray("contributions");
        all.parts().forEach(part -> part(part, type, parts.addObject()));
        score.put("text", text(all, title, type));
    }

    private void part(Contributions.Part part, TermType type, ObjectNode node) {
        node.put("signal", part.signal()).put("title", named(part.signal()));
        value(part.signal()).ifPresent(value -> node.put("value", value));
        node.put("onMargin", part.onMargin()).put("share", part.share());
        node.put("text", said(part, type));
    }

    /** "Churn risk is 12 %: lowered by contract two years (-7 points), raised by ...; on average 21 %." */
    private String text(Contributions all, String title, TermType type) {
        String lowered = most(all, type, -1);
        String raised = most(all, type, 1);
        String key = "score." + (lowered.isEmpty() ? "" : "LOWERED") + (raised.isEmpty() ? "" : "RAISED");
        return words.of(
                key.endsWith(".") ? "score.AVERAGE" : key,
                title,
                spoken(type, all.value()),
                spoken(type, all.base()),
                lowered,
                raised);
    }

    private String most(Contributions all, TermType type, int sign) {
        double least = type == TermType.PROBABILITY ? 0.0005 : 0.005;
        return all.parts().stream()
                .filter(part -> part.share() * sign >= least)
                .limit(SAID)
                .map(part -> said(part, type))
                .collect(Collectors.joining(", "));
    }

    private String said(Contributions.Part part, TermType type) {
        String name = value(part.signal())
                .map(value -> words.of("score.SIGNAL", named(part.signal()), value))
                .orElseGet(() -> named(part.signal()));
        return words.of("score.PART", name, words.format().difference(type, part.share()));
    }

    private String spoken(TermType type, double value) {
        return words.format().of(type, value);
    }

    private String named(String signal) {
        return List.of(signal.split(" x ", -1)).stream().map(this::title).collect(Collectors.joining(" × "));
    }

    private String title(String signal) {
        return switch (signal) {
            case "action" -> words.of("score.ACTION");
            case "channel" -> words.of("score.CHANNEL");
            case SINCE -> words.of("score.SINCE");
            default -> path(signal).map(words::title).orElse(signal);
        };
    }

    private Optional<String> value(String signal) {
        Terms terms = record.inputs().terms();
        if (signal.contains(" x ") || signal.equals("action") || signal.equals("channel") || signal.equals(SINCE)) {
            return Optional.empty();
        }
        return path(signal)
                .flatMap(path -> terms.value(path)
                        .map((Value value) -> words.value(path, value))
                        .or(() -> Optional.of(words.of("value.missing"))));
    }

    private Optional<TermPath> path(String signal) {
        int dot = signal.indexOf('.');
        boolean isKey = TermKey.isWellFormed(signal.substring(dot + 1));
        return isKey
                ? Optional.of(TermPath.parse(signal))
                        .filter(path -> words.term(path).isPresent())
                : Optional.empty();
    }
}
