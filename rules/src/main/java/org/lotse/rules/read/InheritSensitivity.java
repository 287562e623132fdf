package org.lotse.rules.read;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;

/** What is calculated or concluded from something sensitive is sensitive too, unless somebody declares why it is lawful. */
final class InheritSensitivity {
    private record Owned(SubjectType subject, TermKey term) {}

    private final Vocabulary vocabulary;
    private final Map<Owned, Set<TermPath>> inputs = new LinkedHashMap<>();

    private InheritSensitivity(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The vocabulary with every term marked that these files make of something sensitive. */
    static Vocabulary in(Vocabulary vocabulary, List<RuleFile> files) {
        InheritSensitivity inherit = new InheritSensitivity(vocabulary);
        vocabulary
                .subjects()
                .forEach((type, subject) ->
                        subject.terms().values().forEach(term -> inherit.add(type, term.key(), made(term))));
        files.forEach(file -> file.rules().forEach(rule -> inherit.concluded(file, rule)));
        return inherit.marked();
    }

    private static Set<TermPath> made(Term term) {
        return switch (term.source()) {
            case Source.Calculated(var calculation) -> calculation.terms();
            case Source.Percentile(TermKey of) -> Set.of(TermPath.of(of));
            default -> Set.of();
        };
    }

    private void concluded(RuleFile file, Rule rule) {
        for (Consequence consequence : rule.consequences()) {
            TermKey written = switch (consequence) {
                case Consequence.SetTerm set -> set.term();
                case Consequence.AddPoints add -> add.term();
                default -> null;
            };
            if (written != null) {
                add(file.subject(), written, rule.condition().reads());
                add(file.subject(), written, consequence.reads());
            }
        }
    }

    private void add(SubjectType type, TermKey term, Set<TermPath> read) {
        inputs.computeIfAbsent(new Owned(type, term), ignored -> new HashSet<>())
                .addAll(read);
    }

    private Vocabulary marked() {
        Set<Owned> sensitive = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<Owned, Set<TermPath>> entry : inputs.entrySet()) {
                more |= !isLawful(entry.getKey())
                        && entry.getValue().stream()
                                .anyMatch(path -> isSensitive(entry.getKey().subject(), path, sensitive))
                        && sensitive.add(entry.getKey());
            }
        }
        if (sensitive.isEmpty()) {
            return vocabulary;
        }
        Map<SubjectType, Vocabulary.Subject> subjects = new LinkedHashMap<>();
        vocabulary.subjects().forEach((type, subject) -> subjects.put(type, marked(type, subject, sensitive)));
        return new Vocabulary(
                subjects, vocabulary.links(), vocabulary.pairs(), vocabulary.events(), vocabulary.decisions());
    }

    private static Vocabulary.Subject marked(SubjectType type, Vocabulary.Subject subject, Set<Owned> sensitive) {
        Map<TermKey, Term> terms = new LinkedHashMap<>();
        subject.terms()
                .forEach((key, term) ->
                        terms.put(key, sensitive.contains(new Owned(type, key)) ? term.asSensitive() : term));
        return new Vocabulary.Subject(subject.title(), terms);
    }

    private boolean isLawful(Owned owned) {
        return vocabulary.term(owned.subject(), owned.term()).map(Term::lawful).orElse(true);
    }

    private boolean isSensitive(SubjectType from, TermPath path, Set<Owned> found) {
        SubjectType type =
                path.scope().flatMap(scope -> vocabulary.typeOf(from, scope)).orElse(from);
        return found.contains(new Owned(type, path.key()))
                || vocabulary.term(from, path).map(Term::sensitive).orElse(false);
    }
}
