package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Vocabulary;

/**
 * Every name under which a file about one subject may call a term: its key, its titles and their further forms in both
 * languages, former names; for linked and candidate subjects with the link's or the subject's name before it
 * ({@code holder.churn}, {@code Holder Churn risk}, {@code Jurist: Available}). Immutable.
 */
public final class TermNames {
    private final Map<String, TermPath> byName = new LinkedHashMap<>();
    private final List<String> titles = new ArrayList<>();

    /** The names as read in a file of the given language: its own titles win over the other language's. */
    public TermNames(Vocabulary vocabulary, SubjectType subject, Language language) {
        Language other = language == Language.DE ? Language.EN : Language.DE;
        Map<String, SubjectType> scopes = scopes(vocabulary, subject);
        Collection<Term> own = ownTerms(vocabulary, subject);
        own.forEach(term -> put(term.key().value(), TermPath.of(term.key())));
        for (Language each : List.of(language, other)) {
            own.forEach(term -> put(term.title(), each, TermPath.of(term.key()), language));
        }
        own.forEach(term -> term.formerly().forEach(name -> put(name, TermPath.of(term.key()))));
        scopes.forEach((scope, type) -> scoped(vocabulary, scope, type, language, other));
    }

    /**
     * A name found at the start of a text.
     *
     * @param term what it names
     * @param rest what follows it, without leading space
     */
    public record Found(TermPath term, String rest) {}

    /** The term of this name. */
    public Optional<TermPath> find(String name) {
        return Optional.ofNullable(byName.get(Names.folded(name)));
    }

    /** The names the text starts with, longest first; a name ends where a word ends. */
    public List<Found> atStart(String text) {
        List<Found> found = new ArrayList<>();
        String folded = Names.folded(text);
        for (int end = folded.length(); end > 0; end = folded.lastIndexOf(' ', end - 1)) {
            TermPath path = byName.get(folded.substring(0, end));
            if (path != null) {
                found.add(new Found(path, folded.substring(end).strip()));
            }
        }
        return found;
    }

    /** The title in the file's language that is most like an unknown name. */
    public Optional<String> nearest(String unknown) {
        return Names.nearest(unknown, titles);
    }

    /** All names, folded, with the term each stands for. */
    public Map<String, TermPath> all() {
        return Map.copyOf(byName);
    }

    private void scoped(Vocabulary vocabulary, String scope, SubjectType type, Language language, Language other) {
        Set<String> prefixes = new LinkedHashSet<>();
        prefixes.add(scope);
        Vocabulary.Subject subject = vocabulary.subjects().get(type);
        if (subject != null) {
            prefixes.addAll(subject.title().namesIn(language));
            prefixes.addAll(subject.title().namesIn(other));
        }
        for (Term term : vocabulary.terms(type).values()) {
            TermPath path = new TermPath(Optional.of(scope), term.key());
            Set<String> names = new LinkedHashSet<>(List.of(term.key().value()));
            names.addAll(term.title().namesIn(language));
            names.addAll(term.title().namesIn(other));
            names.addAll(term.formerly());
            for (String prefix : prefixes) {
                for (String name : names) {
                    put(prefix + "." + name, path);
                    put(prefix + " " + name, path);
                    put(prefix + ": " + name, path);
                }
            }
            titles.add(scope + "." + term.key());
        }
    }

    private void put(Title title, Language names, TermPath path, Language file) {
        title.namesIn(names).forEach(name -> put(name, path));
        if (names == file) {
            titles.add(title.in(names));
        }
    }

    private void put(String name, TermPath path) {
        byName.putIfAbsent(Names.folded(name), path);
    }

    private static Collection<Term> ownTerms(Vocabulary vocabulary, SubjectType subject) {
        Map<TermKey, Term> own = new LinkedHashMap<>(vocabulary.terms(subject));
        vocabulary.pairs().forEach((pair, terms) -> {
            if (pair.startsWith(subject + "-")) {
                terms.forEach(own::putIfAbsent);
            }
        });
        return own.values();
    }

    /** Links first; then every other subject type, as a candidate. */
    private static Map<String, SubjectType> scopes(Vocabulary vocabulary, SubjectType subject) {
        Map<String, SubjectType> scopes =
                new LinkedHashMap<>(new java.util.TreeMap<>(vocabulary.links().getOrDefault(subject, Map.of())));
        vocabulary.subjects().keySet().stream()
                .filter(type -> !type.equals(subject))
                .forEach(type -> scopes.putIfAbsent(type.value(), type));
        return scopes;
    }
}
