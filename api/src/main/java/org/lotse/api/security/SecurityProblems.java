package org.lotse.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.lotse.api.problem.AnswerProblems;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** What the security chain refuses is a problem like any other. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final AnswerProblems answers;

    SecurityProblems(AnswerProblems answers) {
        this.answers = answers;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        answers.write(
                ProblemException.of(ProblemKind.UNAUTHENTICATED).withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer"),
                request,
                response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        answers.write(ProblemException.of(ProblemKind.FORBIDDEN, needed(request)), request, response);
    }

    private static String needed(HttpServletRequest request) {
        return Access.RULES.stream()
                .filter(rule -> matcher(rule).matches(request))
                .findFirst()
                .map(rule -> rule.scopes().stream().map(Scope::key).sorted().collect(Collectors.joining(" / ")))
                .orElse("-");
    }

    private static PathPatternRequestMatcher matcher(Access rule) {
        PathPatternRequestMatcher.Builder matching = PathPatternRequestMatcher.withDefaults();
        HttpMethod method = rule.method();
        return method == null ? matching.matcher(rule.paths()) : matching.matcher(method, rule.paths());
    }
}
