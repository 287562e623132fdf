package org.lotse.api.planning;

import java.util.Locale;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.term.Language;

/** Answers an unsound planning problem with every flaw in words. */
final class Flaws {
    private Flaws() {}

    static ProblemException problem(UnsoundProblem unsound, Locale locale) {
        PlanningWords words = new PlanningWords(Language.of(locale));
        return ProblemException.invalid(unsound.flaws().stream()
                .map(flaw -> FieldProblem.worded(flaw.pointer(), flaw.code().name(), words.text(flaw)))
                .toList());
    }
}
