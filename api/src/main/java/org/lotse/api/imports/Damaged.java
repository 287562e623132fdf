package org.lotse.api.imports;

import org.lotse.api.problem.FieldProblem;
import org.lotse.api.values.ReadValues;

/** A line cannot be read; says which column and why. Ends the reading of that line only. */
final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FieldProblem problem;

    Damaged(FieldProblem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    /** What is wrong with a column; a long cell is shown by its beginning. */
    static Damaged at(String column, String code, String found, Object... expected) {
        Object[] arguments = new Object[expected.length + 1];
        arguments[0] = ReadValues.shortened(found);
        System.arraycopy(expected, 0, arguments, 1, expected.length);
        return new Damaged(FieldProblem.of("/" + column, code, arguments));
    }

    /** A column has no value and needs one. */
    static Damaged missing(String column) {
        return new Damaged(FieldProblem.of("/" + column, "MISSING"));
    }

    FieldProblem problem() {
        return problem;
    }
}
