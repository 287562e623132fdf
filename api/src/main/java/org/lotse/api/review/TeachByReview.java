package org.lotse.api.review;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lotse.api.decision.Records;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.outcome.RecordOutcome;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.lotse.api.values.CurrentVocabulary;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Value;
import org.springframework.stereotype.Component;

/**
 * What a reviewer decides becomes an outcome of the decision: what was chosen is upheld or overruled, what was chosen
 * instead is preferred. Learning sees outcomes.
 */
@Component
class TeachByReview {
    static final String NOTHING = "nothing";
    private static final String UPHELD = "UPHELD";
    private static final String OVERRULED = "OVERRULED";
    private static final String PREFERRED = "PREFERRED";

    private final RecordOutcome outcomes;
    private final RecordEvents events;
    private final RuleSets ruleSets;
    private final CurrentVocabulary vocabulary;
    private final Clock clock;

    TeachByReview(
            RecordOutcome outcomes, RecordEvents events, RuleSets ruleSets, CurrentVocabulary vocabulary, Clock clock) {
        this.outcomes = outcomes;
        this.events = events;
        this.ruleSets = ruleSets;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /**
     * What is learned of a review.
     *
     * @param titles how the correction is called
     * @param isLearned whether the vocabulary declares the outcomes of reviews, so that they could be recorded
     */
    record Lesson(Titles titles, boolean isLearned) {}

    /** A text in both languages. */
    record Titles(String en, String de) {
        String in(Locale locale) {
            return Language.of(locale) == Language.DE ? de : en;
        }
    }

    /** @throws ProblemException when the correction names nothing this decision could have chosen */
    Lesson learn(Review review, Records.Summary decision, Optional<String> correction, Caller caller) {
        RuleSet rules = ruleSets.active();
        boolean declared = Stream.of(UPHELD, OVERRULED, PREFERRED)
                .allMatch(key -> Optional.ofNullable(vocabulary.get().events().get(key))
                        .flatMap(EventType::outcome)
                        .isPresent());
        Titles titles = correction
                .map(text ->
                        decision.actions().isEmpty() ? concluded(text, decision, rules) : chosen(text, decision, rules))
                .orElse(new Titles("", ""));
        if (declared) {
            if (decision.actions().isEmpty()) {
                note(review, decision, correction);
            } else {
                note(review, decision, correction, caller);
            }
        }
        return new Lesson(titles, declared);
    }

    private void note(Review review, Records.Summary decision, Optional<String> correction, Caller caller) {
        decision.chosen()
                .ifPresent(first -> outcomes.noteReview(
                        review.reviewId() + "-1",
                        review.decisionId(),
                        first,
                        correction.isPresent() ? OVERRULED : UPHELD,
                        caller));
        correction
                .filter(action -> !action.equals(NOTHING))
                .ifPresent(action ->
                        outcomes.noteReview(review.reviewId() + "-2", review.decisionId(), action, PREFERRED, caller));
    }

    /** What rules concluded has no action: the correction stands in the place of one. */
    private void note(Review review, Records.Summary decision, Optional<String> correction) {
        events.record(List.of(new Event(
                "review-" + review.reviewId(),
                correction.isPresent() ? OVERRULED : UPHELD,
                decision.subject(),
                clock.instant(),
                Map.of("action", Value.text(correction.orElse("upheld"))))));
    }

    private static Titles chosen(String text, Records.Summary decision, RuleSet rules) {
        if (text.equals(NOTHING) && decision.chosen().isPresent()) {
            return new Titles("no offer", "kein Angebot");
        }
        if (!decision.actions().contains(text)
                || decision.chosen().filter(text::equals).isPresent()) {
            throw ProblemException.invalid(
                    "/action",
                    "NO_CORRECTION",
                    text,
                    Stream.concat(Stream.of(NOTHING), decision.actions().stream())
                            .filter(action ->
                                    decision.chosen().filter(action::equals).isEmpty())
                            .collect(Collectors.joining(", ")));
        }
        Title title =
                rules.catalogue().action(new ActionKey(text)).map(Action::title).orElse(Title.of(text, text));
        return new Titles(title.en(), title.de());
    }

    /** {@code triage=ASSESSOR, ...}: terms that rules conclude, with their new values. */
    private static Titles concluded(String text, Records.Summary decision, RuleSet rules) {
        StringBuilder english = new StringBuilder();
        StringBuilder german = new StringBuilder();
        for (String pair : text.split(",")) {
            String[] parts = pair.strip().split("=", 2);
            Term term = Optional.of(parts[0])
                    .filter(key -> parts.length == 2 && TermKey.isWellFormed(key))
                    .flatMap(key -> rules.vocabulary().term(decision.subject().type(), new TermKey(key)))
                    .filter(known -> known.source() instanceof Source.Rules)
                    .filter(known -> known.values().isEmpty() || known.values().containsKey(parts[1]))
                    .orElseThrow(() -> ProblemException.invalid("/outputs", "NO_CORRECTION", pair, "term=value"));
            Title value = term.values().getOrDefault(parts[1], Title.of(parts[1], parts[1]));
            String separator = english.isEmpty() ? "" : ", ";
            english.append(separator).append(term.title().en()).append(": ").append(value.en());
            german.append(separator).append(term.title().de()).append(": ").append(value.de());
        }
        return new Titles(english.toString(), german.toString());
    }
}
