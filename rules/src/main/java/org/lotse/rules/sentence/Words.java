package org.lotse.rules.sentence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Vocabulary;

/**
 * What sentences of one file can name: generated from the vocabulary and the catalogue for a language and a subject.
 * Terms of linked and of candidate subjects are named through them.
 */
final class Words {
    private final Language language;
    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final SubjectType subject;
    private final Names<Named> own = new Names<>();
    private final Map<String, Names<Named>> scoped = new LinkedHashMap<>();
    private final Names<String> scopes = new Names<>();
    private final Names<ActionKey> actions = new Names<>();
    private final Names<ChannelKey> channels = new Names<>();
    private final Names<String> groups = new Names<>();

    /** A term together with where it is read from. */
    record Named(TermPath path, Term term) {}

    Words(Language language, Vocabulary vocabulary, Catalogue catalogue, SubjectType subject) {
        this.language = language;
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
        this.subject = subject;
        vocabulary.terms(subject).values().forEach(term -> addTerm(own, Optional.empty(), term));
        vocabulary
                .subjects()
                .keySet()
                .forEach(type -> vocabulary
                        .pairTerms(subject, type)
                        .values()
                        .forEach(term -> addTerm(own, Optional.empty(), term)));
        Map<String, SubjectType> links = vocabulary.links().getOrDefault(subject, Map.of());
        links.forEach((link, type) -> addScope(link, type, isOnlyWayTo(links, type)));
        vocabulary.subjects().keySet().stream()
                .filter(type -> !type.equals(subject) && !links.containsKey(type.value()))
                .forEach(type -> addScope(type.value(), type, !links.containsValue(type)));
        addNames(scopes, subjectTitle(subject), "");
        catalogue.actions().forEach((key, action) -> {
            actions.add(key.value(), key);
            addNames(actions, action.title(), key);
            groups.add(action.group(), action.group());
        });
        catalogue.channels().forEach((key, channel) -> {
            addNames(channels, channel.title(), key);
            channels.add(key.value(), key);
            channels.add(key.value().replace('_', ' '), key);
        });
    }

    Language language() {
        return language;
    }

    boolean isGerman() {
        return language == Language.DE;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    SubjectType subject() {
        return subject;
    }

    /** Names of the subject's and the pair's terms. */
    Names<Named> own() {
        return own;
    }

    /** Names of the terms readable through a scope. */
    Names<Named> through(String scope) {
        return scope.isEmpty() ? own : scoped.getOrDefault(scope, new Names<>());
    }

    /** The names of links and the candidate, and of the subject itself as the empty scope. */
    Names<String> scopes() {
        return scopes;
    }

    Set<String> scopeKeys() {
        return scoped.keySet();
    }

    Names<ActionKey> actions() {
        return actions;
    }

    Names<ChannelKey> channels() {
        return channels;
    }

    Names<String> groups() {
        return groups;
    }

    /** The values of a choice by title in this language and by key. */
    Names<String> valuesOf(Term term) {
        Names<String> values = new Names<>();
        term.values().forEach((key, title) -> {
            values.add(key, key);
            addNames(values, title, key);
        });
        return values;
    }

    private void addScope(String scope, SubjectType type, boolean byTitle) {
        Names<Named> terms = new Names<>();
        vocabulary.terms(type).values().forEach(term -> addTerm(terms, Optional.of(scope), term));
        scoped.put(scope, terms);
        scopes.add(scope, scope);
        if (byTitle) {
            addNames(scopes, subjectTitle(type), scope);
        }
        vocabulary
                .terms(type)
                .forEach((key, term) ->
                        own.add(scope + "." + key, new Named(new TermPath(Optional.of(scope), key), term)));
    }

    private void addTerm(Names<Named> names, Optional<String> scope, Term term) {
        Named named = new Named(new TermPath(scope, term.key()), term);
        names.add(term.key().value(), named);
        addNames(names, term.title(), named);
        term.formerly().forEach(former -> names.add(former, named));
    }

    private <T> void addNames(Names<T> names, Title title, T thing) {
        List<String> written = title.namesIn(language);
        written.forEach(name -> names.add(name, thing));
        if (isGerman()) {
            written.forEach(name -> Inflection.forms(name).forEach(form -> names.addInflected(form, thing)));
        }
    }

    private Title subjectTitle(SubjectType type) {
        Vocabulary.Subject declared = vocabulary.subjects().get(type);
        return declared == null ? Title.of(type.value(), type.value()) : declared.title();
    }

    private static boolean isOnlyWayTo(Map<String, SubjectType> links, SubjectType type) {
        return links.values().stream().filter(type::equals).count() == 1;
    }
}
