package org.lotse.api.decision;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                answers.write(answer(decision, line, number, caller, locale));
                answers.write('\n');
            }
        }
    }

    private byte[] answer(String decision, String line, long number, Caller caller, Locale locale) throws IOException {
        try {
            JsonNode request = json.readTree(line);
            return json.writeValueAsBytes(deciding.decide(decision, request, caller, locale));
        } catch (JacksonException e) {
            return json.writeValueAsBytes(problem(ProblemException.invalid("", "UNREADABLE_BODY"), number, locale));
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
