package org.lotse.api.log;

/** A record that does not open under its subject's key: it was changed, or the master key is another. */
public final class UnreadableRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
