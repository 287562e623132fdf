package org.lotse.models.definition;

/** A definition, table or stored model cannot be used; the message names the thing, its value and the way out. */
public final class ModelProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelProblem(String message) {
        super(message);
    }

    public ModelProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
