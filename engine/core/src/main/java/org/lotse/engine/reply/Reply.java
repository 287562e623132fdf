package org.lotse.engine.reply;

import java.util.List;
import java.util.Optional;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermPath;

/**
 * A text the business has written for one occasion.
 *
 * @param key stable name
 * @param about what it is said on the occasion of
 * @param language of the text; empty means that it fits any
 * @param parts the text, cut where values are filled in
 * @param needsApproval whether a person has to read it before it is sent
 * @param row where its author finds it
 */
public record Reply(
        String key, About about, Optional<Language> language, List<Part> parts, boolean needsApproval, RowRef row) {
    public Reply {
        parts = List.copyOf(parts);
    }

    /** The occasion of a text. */
    public sealed interface About {}

    /** An action is offered. */
    public record OfAction(ActionKey action) implements About {}

    /** A decision was taken: the case has found its jurist. */
    public record OfDecision(String decision) implements About {}

    /**
     * Somebody wants something.
     *
     * @param subject what carries the wish, such as a message
     * @param intent the value of its term {@code intent}; empty means whatever it is
     */
    public record OfIntent(SubjectType subject, Optional<String> intent) implements About {}

    /** A piece of a text. */
    public sealed interface Part {}

    /** Said as written. */
    public record Words(String text) implements Part {}

    /** The value of a term, worded for the reader. */
    public record Placeholder(TermPath term) implements Part {}

    /** The terms whose values the text says. */
    public List<TermPath> says() {
        return parts.stream()
                .filter(Placeholder.class::isInstance)
                .map(part -> ((Placeholder) part).term())
                .toList();
    }
}
