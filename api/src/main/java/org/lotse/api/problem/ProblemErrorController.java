package org.lotse.api.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What no controller answers ends here: a page for a browser, a problem for everybody else. */
@Controller
@RequestMapping("${server.error.path:/error}")
class ProblemErrorController implements ErrorController {
    private final AnswerProblems answers;

    ProblemErrorController(AnswerProblems answers) {
        this.answers = answers;
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    Object page(HttpServletRequest request, jakarta.servlet.http.HttpServletResponse response, Model model) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/v1/")) {
            return problem(request);
        }
        response.setStatus(status(request));
        model.addAttribute("kind", ProblemKind.of(status(request)).key());
        model.addAttribute("path", path);
        return "problem";
    }

    @RequestMapping
    ResponseEntity<Object> problem(HttpServletRequest request) {
        return answers.entity(
                ProblemException.of(
                        ProblemKind.of(status(request)),
                        request.getMethod(),
                        String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)),
                        String.valueOf(request.getContentType())),
                request);
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }
}
