package org.lotse.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers "try again in a moment" when the database fails outside the REST controllers: while the caller is looked up, in
 * another filter, or in a page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class OutageFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);

    private final AnswerProblems answers;

    OutageFilter(AnswerProblems answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            if (!isOutage(failure) || response.isCommitted()) {
                throw failure;
            }
            LOG.warn("{} {} was refused: the database does not answer", request.getMethod(), request.getRequestURI());
            response.resetBuffer();
            if (request.getRequestURI().startsWith("/v1/")) {
                answers.write(unavailable(), request, response);
            } else {
                response.setHeader("Retry-After", "5");
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        }
    }

    /** The answer while the database is away. */
    static ProblemException unavailable() {
        return ProblemException.of(ProblemKind.UNAVAILABLE).withHeader("Retry-After", "5");
    }

    /** Whether something failed because the database is away; also if only undoing it failed in the end. */
    static boolean isOutage(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException undoing
                            && isOutage(undoing.getApplicationException())) {
                return true;
            }
        }
        return false;
    }
}
