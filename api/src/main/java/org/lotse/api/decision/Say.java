package org.lotse.api.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.reply.Occasion;
import org.lotse.engine.reply.Reply;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import tools.jackson.databind.node.ObjectNode;

/**
 * What to say about a decision: the text the business has written for the occasion, in the language of whoever reads it.
 * A caller's agent reads the language of the request; who is written to, or has written, reads their own.
 */
final class Say {
    private static final TermKey LANGUAGE = new TermKey("language");
    private static final int LONGEST_VALUE = 200;

    private final RuleSet rules;
    private final DecisionRecord record;
    private final Decision decision;
    private final Language asked;

    Say(RuleSet rules, DecisionRecord record, Decision decision, Language asked) {
        this.rules = rules;
        this.record = record;
        this.decision = decision;
        this.asked = asked;
    }

    /** Writes the text for a chosen candidate, if one was written for it. */
    void write(Decision.Ranked ranked, ObjectNode say) {
        best(Optional.of(ranked)).ifPresent(occasion -> write(occasion, say));
    }

    /** The text for a decision that chose nobody but concluded terms, if one was written for it. */
    Optional<ObjectNode> write(ObjectNode say) {
        return best(Optional.empty()).map(found -> {
            write(found, say);
            return say;
        });
    }

    private record Found(Reply reply, Terms terms) {}

    private Optional<Found> best(Optional<Decision.Ranked> ranked) {
        DecisionDeclaration declaration =
                rules.vocabulary().decisions().get(record.inputs().decision());
        if (declaration == null) {
            return Optional.empty();
        }
        Terms terms = terms(ranked.map(Decision.Ranked::candidate));
        Optional<ActionKey> action = ranked.map(Decision.Ranked::candidate)
                .flatMap(candidate ->
                        candidate instanceof CandidateRef.OfAction(var key) ? Optional.of(key) : Optional.empty());
        return rules.reply(new Occasion(
                        declaration,
                        action,
                        terms,
                        language(terms),
                        record.inputs().at()))
                .map(reply -> new Found(reply, terms));
    }

    private Terms terms(Optional<CandidateRef> candidate) {
        Map<TermPath, Reading> concluded = new HashMap<>();
        decision.judgement()
                .conclusions()
                .forEach((key, conclusion) -> conclusion
                        .value()
                        .ifPresent(value -> concluded.put(TermPath.of(key), new Reading.Known(value))));
        candidate.ifPresent(chosen -> {
            if (chosen instanceof CandidateRef.OfSubject(var id)) {
                concluded.putAll(record.inputs()
                        .candidates()
                        .getOrDefault(id, Terms.NONE)
                        .readings());
            }
        });
        return record.inputs().terms().with(concluded);
    }

    /** The language of the one who has written or is written to, else the language of the request. */
    private Language language(Terms terms) {
        Optional<Term> term = rules.vocabulary().term(record.inputs().subject().type(), TermPath.of(LANGUAGE));
        boolean theirs = record.inputs().direction() == Direction.OUTBOUND
                || term.map(Term::source).filter(Source.Rules.class::isInstance).isPresent();
        return theirs ? terms.value(LANGUAGE).flatMap(Say::language).orElse(asked) : asked;
    }

    private static Optional<Language> language(Value value) {
        return switch (value.toString().toLowerCase(java.util.Locale.ROOT)) {
            case "german", "de", "deutsch" -> Optional.of(Language.DE);
            case "english", "en", "englisch" -> Optional.of(Language.EN);
            default -> Optional.empty();
        };
    }

    private void write(Found found, ObjectNode say) {
        Language language = found.reply().language().orElse(asked);
        say.put("reply", found.reply().key())
                .put("language", language.name().toLowerCase(java.util.Locale.ROOT))
                .put("needsApproval", found.reply().needsApproval())
                .put("text", text(found, language));
    }

    /** Values are filled in once: what looks like a placeholder within a value stays what it is. */
    private String text(Found found, Language language) {
        SubjectType subject = record.inputs().subject().type();
        Words words = new Words(rules, subject, language);
        StringBuilder text = new StringBuilder();
        found.reply().parts().forEach(part -> {
            switch (part) {
                case Reply.Words(String written) -> text.append(written);
                case Reply.Placeholder(TermPath path) ->
                    text.append(found.terms()
                            .value(path)
                            .map(value -> plain(words.value(path, value)))
                            .orElse(""));
            }
        });
        return text.toString();
    }

    /** A value on one line, without characters that would steer whatever shows or sends it. */
    private static String plain(String value) {
        String line = value.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ")
                .replace('<', '\u2039')
                .replace('>', '\u203a')
                .strip();
        return line.length() > LONGEST_VALUE ? line.substring(0, LONGEST_VALUE) + "\u2026" : line;
    }
}
