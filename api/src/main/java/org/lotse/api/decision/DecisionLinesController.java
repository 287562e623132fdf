package org.lotse.api.decision;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.lotse.api.contact.InTurnLedger;
import org.lotse.api.contact.JdbcContactLedger;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.WordProblems;
import org.lotse.api.security.Caller;
import org.lotse.api.subjects.JdbcSubjects;
import org.lotse.api.values.Lines;
import org.lotse.engine.term.SubjectId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Many decisions as NDJSON: one request a line, one answer a line, in order; a wrong line is answered with its problem. */
@RestController
class DecisionLinesController {
    /** Most wait for their record to be durable, together; meanwhile others are decided, and others read ahead. */
    private static final int AT_ONCE = 512;
    /** So many of them may ask the database on their own. */
    private static final int ON_THEIR_OWN = 16 * Runtime.getRuntime().availableProcessors();
    /** Of so many that have come what is stored is read in a few questions; nobody waits for more to come. */
    private static final int TOGETHER = 256;
    /** Fewer are asked about each on their own. */
    private static final int FEW = 4;

    private final Deciding deciding;
    private final WordProblems words;
    private final JsonMapper json;
    private final JdbcSubjects subjects;
    private final JdbcContactLedger ledger;

    DecisionLinesController(
            Deciding deciding, WordProblems words, JsonMapper json, JdbcSubjects subjects, JdbcContactLedger ledger) {
        this.subjects = subjects;
        this.ledger = ledger;
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
            Work work = new Work(decision, caller, locale, decided);
            long number = 0;
            List<Line> come = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    come.add(new Line(number, line));
                }
                if (come.size() == TOGETHER || !lines.ready()) {
                    work.begin(come);
                    come.clear();
                }
            }
            work.begin(come);
            decided.finish();
        }
    }

    private record Line(long number, String text) {}

    /** What is the same for all lines of a request. */
    private final class Work {
        private final String decision;
        private final Caller caller;
        private final Locale locale;
        private final LinesAtOnce<byte[]> decided;
        private final Semaphore reserving = InTurnLedger.places();
        private final Semaphore onTheirOwn = new Semaphore(ON_THEIR_OWN);

        Work(String decision, Caller caller, Locale locale, LinesAtOnce<byte[]> decided) {
            this.decision = decision;
            this.caller = caller;
            this.locale = locale;
            this.decided = decided;
        }

        /**
         * Begins with some lines. Who is read ahead is decided about from that once: a later line about the same customer may
         * depend on what became of the first.
         */
        void begin(List<Line> lines) throws IOException {
            Map<Line, JsonNode> requests = new LinkedHashMap<>();
            Set<String> customers = new HashSet<>();
            for (Line line : lines) {
                JsonNode request = request(line);
                requests.put(line, request);
                customers.add(customer(request));
            }
            customers.removeIf(customer -> customer.isEmpty() || decided.isAtWork(customer));
            if (customers.size() < FEW) {
                customers.clear();
            }
            ReadAhead ahead = ReadAhead.of(
                    customers.stream().map(SubjectId::customer).toList(),
                    deciding.now(),
                    subjects,
                    ledger,
                    customer -> "");
            for (Map.Entry<Line, JsonNode> one : requests.entrySet()) {
                JsonNode request = one.getValue();
                long number = one.getKey().number();
                boolean isAhead = customers.remove(customer(request)) && !request.has("at");
                decided.add(
                        about(request),
                        () -> answer(
                                number,
                                () -> request.isMissingNode()
                                        ? refused()
                                        : isAhead
                                                ? deciding.decide(decision, request, caller, locale, ahead, reserving)
                                                : alone(request)));
            }
        }

        private ObjectNode alone(JsonNode request) {
            onTheirOwn.acquireUninterruptibly();
            try {
                return deciding.decideAtOnce(decision, request, caller, locale);
            } finally {
                onTheirOwn.release();
            }
        }

        private byte[] answer(long number, Supplier<ObjectNode> deciding) {
            try {
                return json.writeValueAsBytes(deciding.get());
            } catch (ProblemException e) {
                return json.writeValueAsBytes(problem(e, number, locale));
            }
        }
    }

    private JsonNode request(Line line) {
        try {
            return json.readTree(line.text());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static ObjectNode refused() {
        throw ProblemException.invalid("", "UNREADABLE_BODY");
    }

    /** The customer a line is about; empty when it names none, or nobody who could be stored. */
    private static String customer(JsonNode request) {
        String id = request.path("customerId").asString("");
        return request.path("customerId").isString() && SubjectId.isWellFormed(id) ? id : "";
    }

    /** Whom a line is about, as it says. */
    private static String about(JsonNode request) {
        return request.path("customerId").asString("") + request.path("subject");
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
