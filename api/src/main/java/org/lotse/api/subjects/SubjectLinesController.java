package org.lotse.api.subjects;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.JsonTrouble;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.WordProblems;
import org.lotse.api.values.CurrentVocabulary;
import org.lotse.api.values.Lines;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many subjects as NDJSON, one {@code {id, attributes, links?}} a line; good lines are kept, bad ones named. */
@RestController
class SubjectLinesController {
    private static final int BATCH = 2_000;

    private final DeliverSubjects deliver;
    private final StoreSubjects subjects;
    private final CurrentVocabulary vocabulary;
    private final WordProblems words;
    private final JsonMapper json;

    SubjectLinesController(
            DeliverSubjects deliver,
            StoreSubjects subjects,
            CurrentVocabulary vocabulary,
            WordProblems words,
            JsonMapper json) {
        this.deliver = deliver;
        this.subjects = subjects;
        this.vocabulary = vocabulary;
        this.words = words;
        this.json = json;
    }

    @PostMapping(
            path = {"/v1/subjects/{type}", "/v1/customers"},
            consumes = Lines.NDJSON)
    Lines.Answer post(@PathVariable(required = false) @Nullable String type, InputStream body, Locale locale)
            throws IOException {
        CheckDelivery check = new CheckDelivery(vocabulary.get(), type == null ? SubjectType.CUSTOMER.value() : type);
        Lines lines = new Lines(words, locale);
        List<Delivery> batch = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.next();
            if (line.isBlank()) {
                continue;
            }
            delivery(check, line, lines).ifPresent(batch::add);
            if (batch.size() == BATCH) {
                store(batch, lines);
            }
        }
        store(batch, lines);
        return lines.answer();
    }

    private void store(List<Delivery> batch, Lines lines) {
        deliver.deliver(batch, DeliverSubjects.Mode.REPLACE);
        lines.accept(batch.size());
        batch.clear();
    }

    private Optional<Delivery> delivery(CheckDelivery check, String line, Lines lines) {
        try {
            JsonNode document = json.readTree(line);
            CheckDelivery.Checked checked = check.document(document, "id");
            JsonNode id = document.get("id");
            if (document.isObject() && (id == null || !id.isString())) {
                lines.reject(FieldProblem.of("/id", "MISSING"));
                return Optional.empty();
            }
            if (!checked.errors().isEmpty()) {
                checked.errors().forEach(lines::reject);
                return Optional.empty();
            }
            SubjectId subject = check.id(id.stringValue());
            return Optional.of(new Delivery(subject, checked.attributes(), checked.links(), subjects.now()));
        } catch (JacksonException e) {
            JsonTrouble.of(e).errors().forEach(lines::reject);
        } catch (ProblemException e) {
            e.errors().forEach(lines::reject);
        }
        return Optional.empty();
    }
}
