package org.lotse.api.imports;

import org.lotse.api.problem.FieldProblem;

/** A line cannot be read; says which column and why. Ends the reading of that line only. */
final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FieldProblem problem;

    Damaged(FieldProblem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    static Damaged at(String column, String code, Object... arguments) {
        return new Damaged(FieldProblem.of("/" + column, code, arguments));
    }

    FieldProblem problem() {
        return problem;
    }
}
