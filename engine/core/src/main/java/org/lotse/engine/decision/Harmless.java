package org.lotse.engine.decision;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lotse.engine.action.Action;
import org.lotse.engine.rule.Questions;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;

/**
 * Which rows and terms cannot carry anything into marketing that must stay out of it, whatever is concluded in a decision.
 * Of a checked bundle that is nearly all of them, so that {@link PurposeLimit} is asked about the rest only. What cannot be
 * told from the bundle alone is not harmless. Immutable.
 */
final class Harmless {
    private final RuleSet rules;
    private final SubjectType subject;
    private final Questions questions;
    private final Set<RowRef> rows = new HashSet<>();

    Harmless(RuleSet rules, SubjectType subject) {
        this.rules = rules;
        this.subject = subject;
        this.questions = rules.questions(subject);
        Map<RowRef, Boolean> known = new HashMap<>();
        for (Questions.Allowing row : questions.allowing()) {
            boolean reads =
                    terms(row.comparisons().stream().map(Questions.Asked::term).toList());
            known.merge(row.row(), reads, Boolean::logicalAnd);
        }
        known.forEach((row, isHarmless) -> {
            if (isHarmless) {
                rows.add(row);
            }
        });
    }

    /** Whether an action that a row allows owes that to nothing marketing must not read. */
    boolean row(RowRef row) {
        return rows.contains(row);
    }

    /**
     * Whether no row that may allow an action reads what must be kept from marketing, so that nobody has to look which one
     * did. A bundle that does not tell its rows may have others.
     */
    boolean allows(Action action) {
        boolean harmless = !questions.allowing().isEmpty();
        for (Questions.Allowing row : questions.allowing()) {
            boolean speaks = row.actions().isEmpty() || row.actions().contains(action.key());
            harmless &= !speaks || rows.contains(row.row());
        }
        return harmless;
    }

    /** Whether marketing may read all of these terms and whatever they are concluded from. */
    boolean terms(Collection<TermPath> paths) {
        Set<TermPath> seen = new HashSet<>();
        for (TermPath path : paths) {
            if (!term(path, seen)) {
                return false;
            }
        }
        return true;
    }

    private boolean term(TermPath path, Set<TermPath> seen) {
        if (!seen.add(path)) {
            return true;
        }
        if (!rules.vocabulary().mayRead(subject, path, Purpose.MARKETING)) {
            return false;
        }
        if (path.scope().isPresent() || !isConcluded(path)) {
            return true;
        }
        Set<TermPath> from = questions.concludedFrom().get(path);
        if (from == null) {
            return false;
        }
        for (TermPath read : from) {
            if (!term(read, seen)) {
                return false;
            }
        }
        return true;
    }

    private boolean isConcluded(TermPath path) {
        return rules.vocabulary()
                .term(subject, path)
                .map(Term::source)
                .filter(Source.Rules.class::isInstance)
                .isPresent();
    }
}
