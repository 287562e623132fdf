package org.lotse.api.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.decision.Part;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Comparison;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;

/** The words of one answer, in one language, naming terms, actions and channels as the rule bundle does. */
final class Words {
    private final RuleSet rules;
    private final SubjectType subject;
    private final Language language;
    private final ResourceBundle messages;
    private final FormatValue format;
    private final Templates templates;

    Words(RuleSet rules, SubjectType subject, Language language) {
        this.rules = rules;
        this.subject = subject;
        this.language = language;
        this.messages = ResourceBundle.getBundle(
                "messages.decision",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.templates = Templates.of(rules);
        this.format = new FormatValue(
                language, rules.settings().currency(), rules.settings().zone());
    }

    Language language() {
        return language;
    }

    FormatValue format() {
        return format;
    }

    /** A message by key, its arguments filled in. */
    String of(String key, Object... arguments) {
        return templates.fill(messages, key, language, arguments);
    }

    /** A part that is down, by its kind and name. */
    String part(Part part) {
        return of("part." + part.kind(), part.subject());
    }

    String title(ActionKey action) {
        return rules.catalogue()
                .action(action)
                .map(Action::title)
                .map(title -> title.in(language))
                .orElse(action.value());
    }

    String title(ChannelKey channel) {
        return rules.catalogue()
                .channel(channel)
                .map(Channel::title)
                .map(title -> title.in(language))
                .orElse(channel.value());
    }

    String title(CandidateRef candidate) {
        return switch (candidate) {
            case CandidateRef.OfAction(var action) -> title(action);
            case CandidateRef.OfSubject(var id) -> id.id();
        };
    }

    String title(TermPath path) {
        String own = rules.vocabulary()
                .term(subject, path)
                .map(Term::title)
                .map(title -> title.in(language))
                .orElse(path.toString());
        return path.scope()
                .flatMap(scope -> rules.vocabulary().typeOf(subject, scope))
                .flatMap(type ->
                        Optional.ofNullable(rules.vocabulary().subjects().get(type)))
                .map(type -> type.title().in(language) + ": " + own)
                .orElse(own);
    }

    String value(TermPath path, Value value) {
        return rules.vocabulary()
                .term(subject, path)
                .map(term -> format.of(term, value))
                .orElse(value.toString());
    }

    String row(RowRef row) {
        return row.name().isBlank()
                ? of("row.unnamed", row.file(), String.valueOf(row.row()))
                : of("row.named", row.name(), row.file(), String.valueOf(row.row()));
    }

    /** "Churn risk is 61 %, needed at least 65 %": one term's conditions, all met or all not. */
    private String comparison(List<Comparison> sameTerm) {
        Comparison first = sameTerm.getFirst();
        String read = first.read().map(value -> value(first.term(), value)).orElseGet(() -> of("value.missing"));
        if (first.met() && sameTerm.stream().allMatch(Words::saysItself)) {
            return of("comparison.plain", title(first.term()), read);
        }
        String needed = sameTerm.stream()
                .map(comparison -> needed(comparison.term(), comparison.operator(), comparison.needed()))
                .collect(Collectors.joining(", "));
        return of(first.met() ? "comparison.met" : "comparison.unmet", title(first.term()), read, needed);
    }

    /** A met "is" says nothing that the value read does not say. */
    private static boolean saysItself(Comparison comparison) {
        return comparison.operator() == Operator.IS
                || comparison.operator() == Operator.IS_GIVEN
                || comparison.operator() == Operator.IS_MISSING;
    }

    /** The entry of the vocabulary a path leads to. */
    Optional<Term> term(TermPath path) {
        return rules.vocabulary().term(subject, path);
    }

    /** A row of the contact policy by its id. */
    Optional<Cap> cap(String id) {
        return rules.contactPolicy().caps().stream()
                .filter(cap -> cap.id().equals(id))
                .findFirst();
    }

    /** What people call an event or outcome. */
    String event(String key) {
        return Optional.ofNullable(rules.vocabulary().events().get(key))
                .map(type -> type.title().in(language))
                .orElse(key);
    }

    /** A value with as many decimals as a border needs. */
    String exact(TermPath path, Value value) {
        return term(path).map(term -> format.exact(term, value)).orElse(value.toString());
    }

    /** "at least 65.05 %". */
    String exactly(TermPath term, Operator operator, List<Value> needed) {
        return of(
                "operator." + operator.name(),
                needed.stream().map(value -> exact(term, value)).collect(Collectors.joining(", ")));
    }

    /** "at least 65 %". */
    String needed(TermPath term, Operator operator, List<Value> needed) {
        String values = needed.stream().map(value -> value(term, value)).collect(Collectors.joining(", "));
        return of("operator." + operator.name(), values);
    }

    /** The conditions of a row; those on one term are said together. */
    String comparisons(List<Comparison> comparisons) {
        Map<TermPath, Map<Boolean, List<Comparison>>> byTerm = new LinkedHashMap<>();
        comparisons.forEach(comparison -> byTerm.computeIfAbsent(comparison.term(), term -> new LinkedHashMap<>())
                .computeIfAbsent(comparison.met(), met -> new ArrayList<>())
                .add(comparison));
        return byTerm.values().stream()
                .flatMap(byMet -> byMet.values().stream())
                .map(this::comparison)
                .collect(Collectors.joining("; "));
    }
}
