package org.lotse.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem, from a controller, a filter or the security chain alike. */
@Component
public class AnswerProblems {
    /** The logging context's name for the id of a request. */
    public static final String TRACE_ID = "traceId";

    private final WordProblems words;
    private final JsonMapper json;

    AnswerProblems(WordProblems words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    /** The answer of a controller. */
    public ResponseEntity<Object> entity(ProblemException problem, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.kind().status());
        problem.headers().forEach(answer::header);
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body(problem, request));
    }

    /** The answer of a filter, where no controller has been reached. */
    public void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(problem.kind().status().value());
        problem.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(body(problem, request)));
    }

    private ProblemBody body(ProblemException problem, HttpServletRequest request) {
        return words.word(problem, path(request), traceId(request), locale(request));
    }

    private static @Nullable String traceId(HttpServletRequest request) {
        return request.getAttribute(TRACE_ID) instanceof String known ? known : MDC.get(TRACE_ID);
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String original
                ? original
                : request.getRequestURI();
    }

    /** Outside the dispatcher no resolver has run: German if the caller prefers it, else English. */
    private static Locale locale(HttpServletRequest request) {
        @Nullable Object resolver = RequestContextUtils.getLocaleResolver(request);
        if (resolver != null) {
            return RequestContextUtils.getLocale(request);
        }
        return request.getHeader("Accept-Language") != null
                        && "de".equals(request.getLocale().getLanguage())
                ? Locale.GERMAN
                : Locale.ENGLISH;
    }
}
