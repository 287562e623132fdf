package org.lotse.api.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its surroundings; not the API, whose controllers lie elsewhere and would pay for it with each request. */
@ControllerAdvice(basePackageClasses = {ConsolePage.class, Caller.class, ProblemKind.class})
class ShellAdvice {
    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request, Locale locale) {
        @Nullable Caller caller = caller();
        String path = request.getRequestURI();
        return new Shell(
                caller == null ? "" : caller.name(),
                caller == null
                        ? ""
                        : caller.role()
                                .map(role -> role.name().toLowerCase(Locale.ROOT))
                                .orElse(""),
                caller == null ? List.of() : ConsolePage.of(caller),
                Arrays.stream(ConsolePage.values())
                        .filter(page -> path.equals(page.path()) || path.startsWith(page.path() + "/"))
                        .map(ConsolePage::key)
                        .findFirst()
                        .orElse(""),
                "de".equals(locale.getLanguage()) ? "de" : "en",
                "GET".equals(request.getMethod()) ? address(request) : "/");
    }

    private static @Nullable Caller caller() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Caller caller ? caller : null;
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
