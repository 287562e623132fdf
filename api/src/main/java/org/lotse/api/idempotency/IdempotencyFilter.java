package org.lotse.api.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lotse.api.database.InTime;
import org.lotse.api.problem.AnswerProblems;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a repeated POST from memory. While the first is running: 409; the same key with another body: 422. An answer
 * that says the service failed is not kept, so that the request can be repeated. Runs after the security chain: keys
 * belong to their caller.
 */
@Component
@Order(0)
public class IdempotencyFilter extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration ABANDONED = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);

    private final JdbcAnswers stored;
    private final AnswerProblems problems;
    private final Clock clock;

    IdempotencyFilter(JdbcAnswers stored, AnswerProblems problems, Clock clock) {
        this.stored = stored;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !"POST".equals(request.getMethod())
                || !request.getRequestURI().startsWith("/v1/")
                || Fingerprint.isLines(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String text = request.getHeader(HEADER).strip();
        if (text.isEmpty() || text.length() > LONGEST_KEY) {
            problems.write(ProblemException.invalid("", "BAD_IDEMPOTENCY_KEY", LONGEST_KEY), request, response);
            return;
        }
        Fingerprint body = Fingerprint.of(request);
        JdbcAnswers.Key key = new JdbcAnswers.Key(caller(request), request.getRequestURI(), text);
        Instant now = clock.instant();
        if (InTime.ask(PATIENCE, () -> stored.claim(key, body.hash(), now, now.minus(ABANDONED)))) {
            first(key, body.request(), response, chain);
        } else {
            repeat(key, body, request, response);
        }
    }

    private void first(JdbcAnswers.Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        try {
            chain.doFilter(request, answer);
            if (answer.getStatus() < 500) {
                kept = true;
                keep(key, new JdbcAnswers.Answer(answer.getStatus(), headers(answer), answer.getContentAsByteArray()));
            }
        } finally {
            if (!kept) {
                release(key);
            }
        }
        answer.copyBodyToResponse();
    }

    /** What has been done is answered, even if it cannot be remembered: repeated soon it is refused as in progress. */
    private void keep(JdbcAnswers.Key key, JdbcAnswers.Answer answer) {
        try {
            stored.keep(key, answer);
        } catch (DataAccessException e) {
            LOG.warn("The answer of a request with the key {} could not be kept", key.key(), e);
        }
    }

    /** A key that cannot be released is taken over after a while. */
    private void release(JdbcAnswers.Key key) {
        try {
            stored.release(key);
        } catch (DataAccessException e) {
            LOG.warn("The key {} could not be released", key.key(), e);
        }
    }

    private void repeat(JdbcAnswers.Key key, Fingerprint body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<JdbcAnswers.First> first = stored.first(key);
        if (first.isPresent() && !Arrays.equals(first.get().fingerprint(), body.hash())) {
            problems.write(ProblemException.of(ProblemKind.KEY_USED_OTHERWISE, key.key()), request, response);
            return;
        }
        JdbcAnswers.Answer answer = first.map(JdbcAnswers.First::answer).orElse(null);
        if (answer == null) {
            problems.write(
                    ProblemException.of(ProblemKind.IN_PROGRESS, key.key()).withHeader(HttpHeaders.RETRY_AFTER, "1"),
                    request,
                    response);
            return;
        }
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotent-Replayed", "true");
        response.getOutputStream().write(answer.body());
    }

    @Scheduled(fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forgetOld() {
        stored.forgetBefore(clock.instant().minus(KEPT));
    }

    private static Map<String, String> headers(ContentCachingResponseWrapper answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : new String[] {HttpHeaders.LOCATION, HttpHeaders.ETAG}) {
            Optional.ofNullable(answer.getHeader(name)).ifPresent(value -> headers.put(name, value));
        }
        Optional.ofNullable(answer.getContentType()).ifPresent(type -> headers.put(HttpHeaders.CONTENT_TYPE, type));
        return headers;
    }

    private static String caller(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse("");
    }
}
