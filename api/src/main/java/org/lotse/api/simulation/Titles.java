package org.lotse.api.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Value;

/** What people call things, as the draft names them, else as the rules in force do. */
final class Titles {
    private final List<RuleSet> rules;
    private final SubjectType type;
    private final Language language;
    private final ResourceBundle words;

    Titles(RuleSet draft, RuleSet active, SubjectType type, Language language) {
        this.rules = List.of(draft, active);
        this.type = type;
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "messages.simulation",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A message by key. */
    String word(String key) {
        return words.getString(key);
    }

    Optional<Term> term(TermKey key) {
        return rules.stream()
                .flatMap(one -> one.vocabulary().term(type, key).stream())
                .findFirst();
    }

    String title(TermKey key) {
        return term(key).map(Term::title).map(this::said).orElse(key.value());
    }

    /** An action or another candidate. */
    String candidate(String key) {
        return rules.stream()
                .filter(one -> TermKey.isWellFormed(key))
                .flatMap(one -> one.catalogue().action(new ActionKey(key)).stream())
                .findFirst()
                .map(Action::title)
                .map(this::said)
                .orElse(key);
    }

    String channel(String key) {
        return rules.stream()
                .flatMap(one -> one.catalogue().channel(new ChannelKey(key)).stream())
                .findFirst()
                .map(Channel::title)
                .map(this::said)
                .orElse(key);
    }

    /** The value of a term, as people say it. */
    String value(TermKey key, String value) {
        if (value.equals("yes") || value.equals("no")) {
            return words.getString("value." + value);
        }
        return term(key)
                .map(Term::values)
                .map(values -> values.get(value))
                .map(this::said)
                .orElse(value);
    }

    String choice(Judged.Choice choice) {
        if (choice.candidate().isPresent()) {
            return candidate(choice.candidate().get())
                    + choice.channel()
                            .map(over -> " · " + channel(over.value()))
                            .orElse("");
        }
        if (choice.outputs().isEmpty()) {
            return words.getString("choice.nothing");
        }
        Map<TermKey, Value> outputs = choice.outputs();
        return outputs.entrySet().stream()
                .map(output -> (outputs.size() > 1 ? title(output.getKey()) + ": " : "")
                        + value(output.getKey(), output.getValue().toString()))
                .collect(Collectors.joining(" · "));
    }

    private String said(Title title) {
        return title.in(language);
    }
}
