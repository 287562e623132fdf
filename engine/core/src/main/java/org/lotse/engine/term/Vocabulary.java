package org.lotse.engine.term;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be said about the company's subjects; immutable. Which industry it is shows only here.
 *
 * @param subjects the subject types with their titles and terms, in declared order
 * @param links per subject type: link name to the type it leads to
 * @param pairs terms of a subject and a candidate together, by {@code <subject>-<candidate>}
 * @param events the event types by key
 * @param decisions the decisions by key
 */
public record Vocabulary(
        Map<SubjectType, Subject> subjects,
        Map<SubjectType, Map<String, SubjectType>> links,
        Map<String, Map<TermKey, Term>> pairs,
        Map<String, EventType> events,
        Map<String, DecisionDeclaration> decisions) {

    public Vocabulary {
        subjects = ordered(subjects);
        links = Map.copyOf(links);
        pairs = Map.copyOf(pairs);
        events = ordered(events);
        decisions = ordered(decisions);
    }

    /**
     * A subject type and its terms.
     *
     * @param title what people call one of it
     * @param terms its terms by key, in declared order
     */
    public record Subject(Title title, Map<TermKey, Term> terms) {
        public Subject {
            terms = ordered(terms);
        }
    }

    /** The terms of a subject type; empty when the type is not declared. */
    public Map<TermKey, Term> terms(SubjectType type) {
        Subject subject = subjects.get(type);
        return subject == null ? Map.of() : subject.terms();
    }

    /** One term of a subject type. */
    public Optional<Term> term(SubjectType type, TermKey key) {
        return Optional.ofNullable(terms(type).get(key));
    }

    /**
     * The term a path leads to, seen from a subject of the given type: its own, a pair's, a linked or a candidate
     * subject's.
     */
    public Optional<Term> term(SubjectType from, TermPath path) {
        if (path.scope().isEmpty()) {
            Optional<Term> own = term(from, path.key());
            return own.isPresent() ? own : pairTerm(from, path.key());
        }
        return typeOf(from, path.scope().get()).flatMap(type -> term(type, path.key()));
    }

    /**
     * Whether something done for a purpose may read the term; what is sensitive stays out of marketing. A path nobody
     * declared is not data of anybody.
     */
    public boolean mayRead(SubjectType from, TermPath path, Purpose purpose) {
        return term(from, path)
                .map(term -> term.servesPurpose(purpose) && (purpose == Purpose.SERVICE || !term.sensitive()))
                .orElse(true);
    }

    /** The subject type a scope names, seen from a subject: a link of it, or a type itself (a candidate's). */
    public Optional<SubjectType> typeOf(SubjectType from, String scope) {
        SubjectType linked = links.getOrDefault(from, Map.of()).get(scope);
        if (linked != null) {
            return Optional.of(linked);
        }
        return subjects.keySet().stream()
                .filter(type -> type.value().equals(scope))
                .findFirst();
    }

    /** The terms declared for a subject and a candidate together. */
    public Map<TermKey, Term> pairTerms(SubjectType subject, SubjectType candidate) {
        return pairs.getOrDefault(subject + "-" + candidate, Map.of());
    }

    private Optional<Term> pairTerm(SubjectType subject, TermKey key) {
        return pairs.entrySet().stream()
                .filter(pair -> pair.getKey().startsWith(subject + "-"))
                .flatMap(pair -> Optional.ofNullable(pair.getValue().get(key)).stream())
                .findFirst();
    }

    private static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
