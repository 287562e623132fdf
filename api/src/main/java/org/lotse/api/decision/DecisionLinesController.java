package org.lotse.api.decision;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.WordProblems;
import org.lotse.api.security.Caller;
import org.lotse.api.values.Lines;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Many decisions as NDJSON: one request a line, one answer a line, in order; a wrong line is answered with its problem. */
@RestController
class DecisionLinesController {
    /** Most wait for their record to be durable, together; meanwhile others are decided. */
    private static final int AT_ONCE = 16 * Runtime.getRuntime().availableProcessors();

    private final Deciding deciding;
    private final WordProblems words;
    private final JsonMapper json;

    DecisionLinesController(Deciding deciding, WordProblems words, JsonMapper json) {
        this.deciding = deciding;
        this.words = words;
        this.json = json;
    }

    @PostMapping(path = "/v1/decisions/{decision}", consumes = Lines.NDJSON)
    void decide(
            @PathVariable String decision,
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal Caller caller,
            Locale locale)
            throws IOException {
        response.setContentType(Lines.NDJSON);
        OutputStream answers = response.getOutputStream();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            LinesAtOnce<byte[]> decided = new LinesAtOnce<>(threads, AT_ONCE, answer -> {
                answers.write(answer);
                answers.write('\n');
            });
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    decide(decision, line, number, caller, locale, decided);
                }
            }
            decided.finish();
        }
    }

    private void decide(
            String decision, String line, long number, Caller caller, Locale locale, LinesAtOnce<byte[]> decided)
            throws IOException {
        try {
            JsonNode request = json.readTree(line);
            decided.add(about(request), () -> answer(decision, request, number, caller, locale));
        } catch (JacksonException e) {
            byte[] problem =
                    json.writeValueAsBytes(problem(ProblemException.invalid("", "UNREADABLE_BODY"), number, locale));
            decided.add("", () -> problem);
        }
    }

    /** Whom a line is about, as it says. */
    private static String about(JsonNode request) {
        return request.path("customerId").asString("") + request.path("subject");
    }

    private byte[] answer(String decision, JsonNode request, long number, Caller caller, Locale locale) {
        try {
            return json.writeValueAsBytes(deciding.decideAtOnce(decision, request, caller, locale));
        } catch (ProblemException e) {
            return json.writeValueAsBytes(problem(e, number, locale));
        }
    }

    private ObjectNode problem(ProblemException problem, long number, Locale locale) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("line", number);
        ObjectNode body = json.valueToTree(words.word(problem, "line " + number, null, locale));
        node.set("problem", body);
        for (FieldProblem place : problem.errors()) {
            node.put("code", place.code());
            break;
        }
        return node;
    }
}
