package org.lotse.api.values;

import org.lotse.api.problem.FieldProblem;

/** A value cannot be what it is meant to be; says why in words for the sender. Internal to reading. */
public final class Invalid extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient FieldProblem problem;

    public Invalid(FieldProblem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public FieldProblem problem() {
        return problem;
    }
}
