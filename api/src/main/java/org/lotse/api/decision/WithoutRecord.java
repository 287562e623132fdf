package org.lotse.api.decision;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.lotse.engine.decision.DecisionLog;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * For benchmarks only: a request with the header {@code Lotse-Bench: no-record} is answered without being recorded. The
 * mark is handed on to the threads a request starts, as decisions are taken on threads of their own.
 */
@Component
@ConditionalOnProperty("lotse.bench")
class WithoutRecord extends OncePerRequestFilter {
    private final InheritableThreadLocal<Boolean> unrecorded = new InheritableThreadLocal<>();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!"no-record".equals(request.getHeader("Lotse-Bench"))) {
            chain.doFilter(request, response);
            return;
        }
        unrecorded.set(true);
        try {
            chain.doFilter(request, response);
        } finally {
            unrecorded.remove();
        }
    }

    /** The log, passed by for requests that ask for it. */
    DecisionLog unlessAsked(DecisionLog log) {
        return (record, waiting) -> {
            if (unrecorded.get() == null) {
                log.append(record, waiting);
            }
        };
    }
}
