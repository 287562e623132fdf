package org.lotse.api.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Words what the server refuses before the service sees it (a path that cannot be decoded) as a problem like all others. */
final class ProblemValve extends ErrorReportValve {
    private final WordProblems words;
    private final JsonMapper json;

    ProblemValve(WordProblems words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ProblemException problem =
                    ProblemException.of(ProblemKind.of(status), String.valueOf(request.getMethod()), "/", "");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getReporter().write(json.writeValueAsString(words.word(problem, "/", null, Locale.ENGLISH)));
            response.finishResponse();
        } catch (IOException gone) {
            // Whoever asked does not listen any more.
        }
    }
}
