package org.lotse.api.decision;

import java.util.List;
import java.util.Optional;
import org.lotse.engine.action.Direction;
import org.lotse.engine.explanation.Change;
import org.lotse.engine.explanation.ExplainDecision;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes changes as data and in words. */
final class ChangeJson {
    private final Words words;
    private final ExplainDecision explain;

    ChangeJson(Words words, ExplainDecision explain) {
        this.words = words;
        this.explain = explain;
    }

    /**
     * Writes a change.
     *
     * @param through terms that stood in the way; those that follow the change are named
     */
    void write(Change change, List<TermPath> through, ObjectNode node) {
        switch (change) {
            case Change.OfReading reading -> reading(reading, through, node);
            case Change.OfTime(var from, var to, var distance) -> {
                node.put("term", "at").put("from", from.toString()).put("to", to.toString());
                node.put("text", words.of("flip.TIME", words.format().time(to)));
            }
            case Change.OfObjection(var purpose, var channel, var distance) -> {
                node.put("term", "objection").put("channel", channel.value()).put("purpose", purpose.name());
                node.put("from", true).put("to", false);
                node.put("text", words.of("flip.OBJECTION", words.title(channel)));
            }
            case Change.OfChannel(var from, var to, var distance) -> {
                node.put("term", "channel").put("from", from.value()).put("to", to.value());
                node.put("text", words.of("flip.CHANNEL", words.title(to), words.title(from)));
            }
            case Change.OfDirection(Direction from, Direction to, var distance) -> {
                node.put("term", "direction").put("from", from.name()).put("to", to.name());
                node.put("text", words.of("flip.DIRECTION." + to.name()));
            }
            case Change.OfFactor factor -> factor(factor, node);
        }
        node.put("distance", Math.round(change.distance() * 1e6) / 1e6);
    }

    private void reading(Change.OfReading reading, List<TermPath> through, ObjectNode node) {
        TermPath path = reading.term();
        node.put("term", path.toString());
        reading.of().ifPresent(candidate -> node.put("of", candidate.toString()));
        words.term(path).map(Term::source).ifPresent(source -> node.put("source", source(source)));
        reading.from().ifPresentOrElse(value -> ExplanationJson.put(node, "from", value), () -> node.putNull("from"));
        if (reading.estimated()) {
            node.put("estimated", true);
        }
        node.put("operator", reading.operator().name());
        reading.to().ifPresentOrElse(value -> ExplanationJson.put(node, "to", value), () -> node.putNull("to"));
        if (reading.needed().size() == 1) {
            ExplanationJson.put(node, "needed", reading.needed().getFirst());
        } else if (!reading.needed().isEmpty()) {
            ArrayNode needed = node.putArray("needed");
            reading.needed().forEach(value -> needed.add(value.toString()));
        }
        node.put("text", text(reading) + through(reading, through, node));
    }

    private String text(Change.OfReading reading) {
        TermPath path = reading.term();
        String title = words.title(path);
        Optional<String> now = reading.from().map(value -> words.exact(path, value));
        boolean isConsent = words.term(path)
                .filter(term -> term.source() instanceof Source.Consent)
                .isPresent();
        if (isConsent && reading.to().equals(Optional.of(Value.of(true)))) {
            return words.of("flip.CONSENT", title);
        }
        if (reading.operator() == Operator.IS_GIVEN) {
            return words.of("flip.KNOWN", title, now.orElse(""));
        }
        if (reading.operator() == Operator.IS_MISSING) {
            return words.of("flip.MISSING", title, now.orElse(""));
        }
        String needed = words.exactly(path, reading.operator(), reading.needed());
        return now.map(read -> words.of("flip.TERM", title, needed, read))
                .orElseGet(() -> words.of("flip.TERM_UNKNOWN", title, needed));
    }

    /** The terms that stood in the way and follow from the one changed. */
    private String through(Change.OfReading reading, List<TermPath> through, ObjectNode node) {
        StringBuilder text = new StringBuilder();
        for (TermPath term : through) {
            Optional<Value> before = explain.before(term);
            Optional<Value> after = explain.after(reading, term);
            if (!term.equals(reading.term()) && !before.equals(after) && after.isPresent()) {
                ObjectNode link = node.withArray("through").addObject().put("term", term.toString());
                before.ifPresent(value -> ExplanationJson.put(link, "from", value));
                ExplanationJson.put(link, "to", after.get());
                text.append(' ').append(words.of("flip.THROUGH", words.title(term), words.exact(term, after.get())));
            }
        }
        return text.toString();
    }

    private void factor(Change.OfFactor change, ObjectNode node) {
        boolean isChance = change.factor() == Change.Factor.PROPENSITY || change.factor() == Change.Factor.UPLIFT;
        node.put("term", name(change.factor())).put("channel", change.channel().value());
        node.put("from", change.from()).put("to", change.to());
        String from =
                isChance ? words.format().chance(change.from()) : words.format().money(change.from());
        String to =
                isChance ? words.format().chance(change.to()) : words.format().money(change.to());
        node.put("text", words.of("flip.FACTOR." + change.factor().name(), to, from, words.title(change.channel())));
    }

    private static String name(Change.Factor factor) {
        return switch (factor) {
            case PROPENSITY -> "propensity";
            case UPLIFT -> "uplift";
            case VALUE -> "value";
            case COST_IF_ACCEPTED -> "costIfAccepted";
            case CONTACT_COST -> "contactCost";
        };
    }

    private static String source(Source source) {
        return switch (source) {
            case Source.Attribute ignored -> "ATTRIBUTE";
            case Source.Aggregate ignored -> "EVENTS";
            case Source.Consent ignored -> "CONSENT";
            case Source.Percentile ignored -> "PERCENTILE";
            case Source.Prediction ignored -> "PREDICTION";
            case Source.Rules ignored -> "RULES";
            case Source.Context ignored -> "CONTEXT";
            case Source.Calculated ignored -> "CALCULATED";
        };
    }
}
