package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
 * ({@code holder.churn}, {@code Holder Churn risk}, {@code Jurist: Available}). Thread-safe. The names of other subjects are
 * many; they are put together once something begins like one of them.
 */
public final class TermNames {
    private final Map<String, TermPath> own = new LinkedHashMap<>();
    private final List<String> titles = new ArrayList<>();
    private final Vocabulary vocabulary;
    private final Language language;
    private final Map<String, SubjectType> scopes;
    private final Set<String> prefixes = new LinkedHashSet<>();
    private @Nullable Map<String, TermPath> scoped;

    /** The names as read in a file of the given language: its own titles win over the other language's. */
    public TermNames(Vocabulary vocabulary, SubjectType subject, Language language) {
        this.vocabulary = vocabulary;
        this.language = language;
        this.scopes = scopes(vocabulary, subject);
        Collection<Term> terms = ownTerms(vocabulary, subject);
        terms.forEach(term -> put(term.key().value(), TermPath.of(term.key())));
        for (Language each : List.of(language, other())) {
            terms.forEach(term -> put(term.title(), each, TermPath.of(term.key())));
        }
        terms.forEach(term -> term.formerly().forEach(name -> put(name, TermPath.of(term.key()))));
        scopes.forEach((scope, type) -> {
            prefixes(scope, type).forEach(prefix -> prefixes.add(Names.folded(prefix)));
            vocabulary.terms(type).keySet().forEach(key -> titles.add(scope + "." + key));
        });
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
        String folded = Names.folded(name);
        TermPath path = own.get(folded);
        return Optional.ofNullable(path == null ? ofOthers(folded).get(folded) : path);
    }

    /** The names the text starts with, longest first; a name ends where a word ends. */
    public List<Found> atStart(String text) {
        List<Found> found = new ArrayList<>();
        String folded = Names.folded(text);
        Map<String, TermPath> others = ofOthers(folded);
        for (int end = folded.length(); end > 0; end = folded.lastIndexOf(' ', end - 1)) {
            String begin = folded.substring(0, end);
            TermPath path = own.getOrDefault(begin, others.get(begin));
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
        Map<String, TermPath> all = new HashMap<>(ofOthers());
        all.putAll(own);
        return Map.copyOf(all);
    }

    /** The names of other subjects, if the text may begin with one. */
    private Map<String, TermPath> ofOthers(String folded) {
        return prefixes.stream().anyMatch(folded::startsWith) ? ofOthers() : Map.of();
    }

    private synchronized Map<String, TermPath> ofOthers() {
        Map<String, TermPath> known = scoped;
        if (known == null) {
            Map<String, TermPath> names = new HashMap<>();
            scopes.forEach((scope, type) -> scoped(scope, type, names));
            known = names;
            scoped = known;
        }
        return known;
    }

    private Set<String> prefixes(String scope, SubjectType type) {
        Set<String> names = new LinkedHashSet<>();
        names.add(scope);
        Vocabulary.Subject subject = vocabulary.subjects().get(type);
        if (subject != null) {
            names.addAll(subject.title().namesIn(language));
            names.addAll(subject.title().namesIn(other()));
        }
        return names;
    }

    private void scoped(String scope, SubjectType type, Map<String, TermPath> byName) {
        Set<String> begins = prefixes(scope, type);
        for (Term term : vocabulary.terms(type).values()) {
            TermPath path = new TermPath(Optional.of(scope), term.key());
            Set<String> names = new LinkedHashSet<>(List.of(term.key().value()));
            names.addAll(term.title().namesIn(language));
            names.addAll(term.title().namesIn(other()));
            names.addAll(term.formerly());
            for (String begin : begins) {
                for (String name : names) {
                    byName.putIfAbsent(Names.folded(begin + "." + name), path);
                    byName.putIfAbsent(Names.folded(begin + " " + name), path);
                    byName.putIfAbsent(Names.folded(begin + ": " + name), path);
                }
            }
        }
    }

    private Language other() {
        return language == Language.DE ? Language.EN : Language.DE;
    }

    private void put(Title title, Language names, TermPath path) {
        title.namesIn(names).forEach(name -> put(name, path));
        if (names == language) {
            titles.add(title.in(names));
        }
    }

    private void put(String name, TermPath path) {
        own.putIfAbsent(Names.folded(name), path);
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
