package org.lotse.api.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.JsonTrouble;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.WordProblems;
import org.lotse.api.values.CurrentVocabulary;
import org.lotse.api.values.Lines;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.Vocabulary;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events over HTTP: one CloudEvent, a JSON batch, or NDJSON. */
@RestController
@RequestMapping("/v1/events")
class EventController {
    private static final int BATCH = 2_000;

    private final RecordEvents events;
    private final CurrentVocabulary vocabulary;
    private final WordProblems words;
    private final JsonMapper json;
    private final Clock clock;

    EventController(
            RecordEvents events, CurrentVocabulary vocabulary, WordProblems words, JsonMapper json, Clock clock) {
        this.events = events;
        this.vocabulary = vocabulary;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    /** One event, or a JSON array of them; a single one that is wrong is a problem, of many the good ones are kept. */
    @PostMapping(
            consumes = {
                MediaType.APPLICATION_JSON_VALUE,
                "application/cloudevents+json",
                "application/cloudevents-batch+json"
            })
    Lines.Answer post(@RequestBody JsonNode body, Locale locale) {
        Vocabulary current = vocabulary.get();
        Lines lines = new Lines(words, locale);
        if (!body.isArray()) {
            return single(body, current, lines);
        }
        Batch batch = new Batch(current, lines);
        for (JsonNode event : body) {
            lines.next();
            batch.add(event);
        }
        batch.store();
        return lines.answer();
    }

    @PostMapping(consumes = Lines.NDJSON)
    Lines.Answer lines(InputStream body, Locale locale) throws IOException {
        Lines lines = new Lines(words, locale);
        Batch batch = new Batch(vocabulary.get(), lines);
        BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.next();
            if (!line.isBlank()) {
                try {
                    batch.add(json.readTree(line));
                } catch (JacksonException e) {
                    JsonTrouble.of(e).errors().forEach(lines::reject);
                }
            }
        }
        batch.store();
        return lines.answer();
    }

    private Lines.Answer single(JsonNode body, Vocabulary current, Lines lines) {
        ReadEvent.Read read = ReadEvent.of(body, current, clock.instant());
        Event event = read.event();
        if (event == null) {
            throw ProblemException.invalid(read.errors());
        }
        if (!events.unknown(List.of(event.subject())).isEmpty()) {
            throw ProblemException.invalid(List.of(unknown(event.subject())));
        }
        events.record(List.of(event));
        lines.accept(1);
        return lines.answer();
    }

    private static FieldProblem unknown(SubjectId subject) {
        return FieldProblem.of("/subject", "UNKNOWN_SUBJECT", subject.type(), subject.id());
    }

    /** Checked events on their way into the database, some thousands at a time. */
    private final class Batch {
        private final Vocabulary current;
        private final Lines lines;
        private final Map<Long, Event> waiting = new LinkedHashMap<>();

        Batch(Vocabulary current, Lines lines) {
            this.current = current;
            this.lines = lines;
        }

        void add(JsonNode body) {
            ReadEvent.Read read = ReadEvent.of(body, current, clock.instant());
            Event event = read.event();
            if (event == null) {
                read.errors().forEach(lines::reject);
            } else {
                waiting.put(lines.line(), event);
            }
            if (waiting.size() == BATCH) {
                store();
            }
        }

        void store() {
            long last = lines.line();
            Set<SubjectId> unknown =
                    events.unknown(waiting.values().stream().map(Event::subject).toList());
            List<Event> good = new ArrayList<>();
            waiting.forEach((line, event) -> {
                if (unknown.contains(event.subject())) {
                    lines.at(line);
                    lines.reject(unknown(event.subject()));
                } else {
                    good.add(event);
                }
            });
            lines.at(last);
            events.record(good);
            lines.accept(good.size());
            waiting.clear();
        }
    }
}
