package org.lotse.api.cli;

/** The command was understood and could not be carried out; the message names the thing, its value and the way out. */
public final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Failed(String message) {
        super(message);
    }

    public Failed(String message, Throwable cause) {
        super(message, cause);
    }
}
