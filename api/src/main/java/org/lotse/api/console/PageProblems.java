package org.lotse.api.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.WordProblems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Tells people what went wrong: a page of its own, or a notice in the page they are on, which keeps what they typed. */
@ControllerAdvice(basePackageClasses = ConsolePage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {
    private final WordProblems words;
    private final ShellAdvice shells;

    PageProblems(WordProblems words, ShellAdvice shells) {
        this.words = words;
        this.shells = shells;
    }

    @ExceptionHandler
    String problem(
            ProblemException problem,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setStatus(problem.kind().status().value());
        model.addAttribute("problem", words.word(problem, request.getRequestURI(), null, locale));
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Retarget", "#notice");
            response.setHeader("HX-Reswap", "innerHTML");
            return "console/problem :: notice";
        }
        model.addAttribute("shell", shells.shell(request, locale));
        return "console/problem";
    }
}
