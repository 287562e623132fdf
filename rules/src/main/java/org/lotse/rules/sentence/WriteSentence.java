package org.lotse.rules.sentence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Promise;
import org.lotse.rules.model.Rule;

/**
 * Words a rule or a promise as a sentence in either language; {@link ReadSentences} reads it back as the same rule. For
 * showing rules in the reader's language and for turning table rows into sentences.
 */
public final class WriteSentence {
    private final Language language;
    private final Phrases phrases;
    private final WriteTest tests;
    private final WriteConsequence consequences;
    private final WriteSelection selection;

    /**
     * @param language the language to write
     * @param vocabulary the vocabulary the rule was made with
     * @param catalogue its actions and channels
     * @param subject what the rule is about
     */
    public WriteSentence(Language language, Vocabulary vocabulary, Catalogue catalogue, SubjectType subject) {
        Words words = new Words(language, vocabulary, catalogue, subject);
        WriteOperand operands = new WriteOperand(words);
        this.language = language;
        this.phrases = Phrases.in(language);
        this.tests = new WriteTest(words, operands);
        this.selection = new WriteSelection(words);
        this.consequences = new WriteConsequence(words, operands, selection);
    }

    /**
     * The sentence, without the rule's name.
     *
     * @throws IllegalArgumentException when the rule has validity dates or a selection of actions no sentence can say
     */
    public String write(Rule rule) {
        if (rule.validFrom().isPresent() || rule.validUntil().isPresent()) {
            throw new IllegalArgumentException(
                    "The row " + rule.ref() + " has validity dates, which sentences cannot say. Maybe keep it a row.");
        }
        String said = rule.consequences().stream()
                .map(consequences::write)
                .collect(Collectors.joining(" " + phrases.and() + " "));
        if (rule.condition().equals(Condition.ALWAYS)) {
            return said + ".";
        }
        String condition = condition(rule.condition(), true, false);
        return language == Language.DE
                ? "Wenn " + condition + ", dann " + said + "."
                : "If " + condition + ", then " + said + ".";
    }

    /** The promise with its {@code Never:} or {@code Always:}. */
    public String write(Promise promise) {
        boolean german = language == Language.DE;
        String kind = switch (promise.kind()) {
            case NEVER -> german ? "Nie" : "Never";
            case ALWAYS -> german ? "Immer" : "Always";
        };
        return kind + ": " + condition(promise.condition(), false, false) + ".";
    }

    /** One conclusion, as it stands after "then". */
    public String write(Consequence consequence) {
        return consequences.write(consequence);
    }

    private String condition(Condition condition, boolean verbLast, boolean nested) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> joined(parts, phrases.and(), verbLast, nested);
            case Condition.Any(List<Condition> parts) -> joined(parts, phrases.or(), verbLast, nested);
            case Condition.Test test -> tests.write(test, verbLast && language == Language.DE);
            case Condition.ChosenAction(var actions) -> selection.chosen(actions);
            case Condition.ChosenChannel(var channel) -> selection.chosen(channel);
            case Condition.Objection(var purpose) -> selection.objection(purpose);
            case Condition.ConsentMissing() ->
                language == Language.DE
                        ? "die Einwilligung, die der Kanal braucht, fehlt"
                        : "the consent the channel needs is missing";
        };
    }

    private String joined(List<Condition> parts, String joiner, boolean verbLast, boolean nested) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A condition without parts cannot be said inside a sentence.");
        }
        String text = parts.stream()
                .map(part -> condition(part, verbLast, true))
                .collect(Collectors.joining(String.format(Locale.ROOT, " %s ", joiner)));
        return nested && parts.size() > 1 ? "(" + text + ")" : text;
    }
}
