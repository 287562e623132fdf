package org.lotse.rules.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;

/**
 * Finds out whether a file speaks about candidates that are subjects: it reads a term of a type that is no link of its
 * subject ({@code jurist.available}), or reads or writes a term of a pair.
 */
public final class Candidates {
    private final Vocabulary vocabulary;
    private final SubjectType subject;

    public Candidates(Vocabulary vocabulary, SubjectType subject) {
        this.vocabulary = vocabulary;
        this.subject = subject;
    }

    /** The candidate type a path needs, if it needs one. */
    public Optional<SubjectType> of(TermPath path) {
        if (path.scope().isPresent()) {
            boolean link = vocabulary
                    .links()
                    .getOrDefault(subject, Map.of())
                    .containsKey(path.scope().get());
            return link
                    ? Optional.empty()
                    : vocabulary.typeOf(subject, path.scope().get());
        }
        return vocabulary.term(subject, path.key()).isPresent() ? Optional.empty() : ofPairTerm(path.key());
    }

    /** The candidate type of the pair a term belongs to. */
    public Optional<SubjectType> ofPairTerm(TermKey key) {
        return vocabulary.subjects().keySet().stream()
                .filter(type -> vocabulary.pairTerms(subject, type).containsKey(key))
                .findFirst();
    }

    Optional<SubjectType> of(List<Column> columns, Grid grid, Findings findings) {
        Set<SubjectType> types = new LinkedHashSet<>();
        for (int column = 1; column <= columns.size(); column++) {
            Optional<SubjectType> type = switch (columns.get(column - 1)) {
                case Column.Compared(var path, var ignored, var operator) -> of(path);
                case Column.Output(var term) ->
                    vocabulary.term(subject, term.key()).isPresent() ? Optional.empty() : ofPairTerm(term.key());
                default -> Optional.empty();
            };
            if (type.isPresent() && types.add(type.get()) && types.size() > 1) {
                findings.error(grid.place(column, 2), FindingCode.NOT_UNDERSTOOD, "two-candidates", types);
            }
        }
        return types.stream().findFirst();
    }
}
