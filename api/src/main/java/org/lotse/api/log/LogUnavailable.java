package org.lotse.api.log;

import org.springframework.dao.DataAccessResourceFailureException;

/** The log could not take a decision: nothing was recorded that was answered. Asking again may succeed. */
public final class LogUnavailable extends DataAccessResourceFailureException {
    private static final long serialVersionUID = 1L;

    LogUnavailable(String message) {
        super(message);
    }

    LogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
