package org.lotse.engine.decision;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lotse.engine.rule.Comparison;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Vocabulary;

/**
 * Keeps data to its purpose while a decision is taken: what may not be used for marketing helps no marketing action, not
 * even through terms the rules concluded from it. Publishing refuses such rules; this is the second lock on the same door.
 */
final class PurposeLimit {
    private final Vocabulary vocabulary;
    private final SubjectType subject;
    private final Judgement judgement;

    PurposeLimit(Vocabulary vocabulary, SubjectType subject, Judgement judgement) {
        this.vocabulary = vocabulary;
        this.subject = subject;
        this.judgement = judgement;
    }

    /**
     * What stands against an action that passed the rules: in some layer every row that said yes read too much.
     *
     * @param harmless rows that read nothing they must not, which need not be looked at
     */
    Optional<Rejection> obstacle(Purpose purpose, Judgement.CandidateJudgement judged, Harmless harmless) {
        if (purpose == Purpose.SERVICE) {
            return Optional.empty();
        }
        for (int each = 0; each < judged.verdicts().size(); each++) {
            if (judged.verdicts().get(each) instanceof Verdict.Passed(var layer, List<Firing> because)
                    && !because.isEmpty()
                    && !isHarmless(because, harmless)) {
                List<List<TermPath>> refused = because.stream()
                        .map(firing -> refused(purpose, read(firing)))
                        .toList();
                if (refused.stream().noneMatch(List::isEmpty)) {
                    return Optional.of(new Rejection.WrongPurpose(purpose, refused.getFirst()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isHarmless(List<Firing> because, Harmless harmless) {
        for (Firing firing : because) {
            if (harmless.row(firing.row())) {
                return true;
            }
        }
        return false;
    }

    /** Those of the terms that may not be read for the purpose. */
    List<TermPath> refused(Purpose purpose, Collection<TermPath> read) {
        return read.stream()
                .filter(path -> !mayRead(purpose, path, new HashSet<>()))
                .toList();
    }

    private boolean mayRead(Purpose purpose, TermPath path, Set<TermKey> seen) {
        if (!vocabulary.mayRead(subject, path, purpose)) {
            return false;
        }
        Conclusion conclusion =
                path.scope().isPresent() ? null : judgement.conclusions().get(path.key());
        return conclusion == null
                || !seen.add(path.key())
                || conclusion.because().stream()
                        .flatMap(firing -> read(firing).stream())
                        .allMatch(read -> mayRead(purpose, read, seen));
    }

    private static SortedSet<TermPath> read(Firing firing) {
        SortedSet<TermPath> read = new TreeSet<>();
        firing.comparisons().stream().map(Comparison::term).forEach(read::add);
        return read;
    }
}
