package org.lotse.api.batch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.jobs.Job;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Scope;
import org.lotse.api.values.Lines;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Batches over HTTP: start one for all stored customers or a segment, watch, cancel, resume, fetch the results. */
@RestController
class BatchController {
    private static final int PAGE = 1_000;

    private final RunBatches batches;
    private final JsonMapper json;

    BatchController(RunBatches batches, JsonMapper json) {
        this.batches = batches;
        this.json = json;
    }

    /**
     * A batch as it is sent.
     *
     * @param state of the job that works on it: QUEUED, RUNNING, DONE, FAILED or CANCELLED
     * @param progress 0 to 1
     */
    record BatchAnswer(
            UUID batchId,
            String decision,
            Job.State state,
            double progress,
            String step,
            long customers,
            long decided,
            long reserved,
            long refused,
            boolean complete,
            String status,
            @Nullable JsonNode problem) {}

    @Operation(
            summary = "Decides for all stored customers, or those of a segment",
            description = "A job: contacts are reserved as they are decided; cancelled or killed it can be resumed.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"channel\": \"EMAIL\", \"direction\": \"OUTBOUND\","
                                                                    + " \"segment\": {\"contract\": \"MONTHLY\"}, \"holdMinutes\": 1440}"))))
    @PostMapping(path = "/v1/decisions/{decision}/batches", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchAnswer> start(
            @PathVariable String decision,
            @RequestBody JsonNode body,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        return accepted(batches.start(decision, body, mayDecide(caller), locale));
    }

    @Operation(summary = "How far a batch is")
    @GetMapping("/v1/batches/{id}")
    BatchAnswer get(@PathVariable UUID id) {
        return answer(batches.find(id));
    }

    @Operation(summary = "Goes on with a batch that was cancelled or killed")
    @PostMapping("/v1/batches/{id}/resumption")
    ResponseEntity<BatchAnswer> resume(@PathVariable UUID id, @AuthenticationPrincipal Caller caller, Locale locale) {
        return accepted(batches.resume(id, mayDecide(caller), locale));
    }

    @Operation(summary = "Stops a batch; what it has reserved stays reserved")
    @DeleteMapping("/v1/batches/{id}")
    ResponseEntity<Void> cancel(@PathVariable UUID id) {
        batches.cancel(batches.find(id));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/batches/" + id))
                .build();
    }

    @Operation(summary = "What was decided, a customer a line (NDJSON), as far as the batch is")
    @GetMapping(path = "/v1/batches/{id}/results", produces = Lines.NDJSON)
    void results(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        batches.find(id);
        response.setContentType(Lines.NDJSON);
        OutputStream lines = response.getOutputStream();
        String last = "";
        for (List<Result> page = batches.results(id, last, PAGE);
                !page.isEmpty();
                page = batches.results(id, last, PAGE)) {
            for (Result result : page) {
                lines.write(json.writeValueAsBytes(result));
                lines.write('\n');
            }
            last = page.getLast().customerId();
        }
    }

    private ResponseEntity<BatchAnswer> accepted(Batch batch) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/batches/" + batch.batchId()))
                .body(answer(batch));
    }

    private BatchAnswer answer(Batch batch) {
        Optional<Job> job = batches.job(batch);
        return new BatchAnswer(
                batch.batchId(),
                batch.decision(),
                job.map(Job::state).orElse(Job.State.QUEUED),
                batch.complete() ? 1 : job.map(Job::progress).orElse(0.0),
                job.map(Job::step).orElse(""),
                batch.customers(),
                batch.decided(),
                batch.reserved(),
                batch.refused(),
                batch.complete(),
                "/v1/batches/" + batch.batchId(),
                job.map(Job::problem).orElse(null));
    }

    /** Contacting everybody at once needs more than answering one caller. */
    private static Caller mayDecide(Caller caller) {
        if (!caller.may(Scope.DECIDE)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, Scope.DECIDE.key())
                    .with(FieldProblem.of("", "NEEDS_SCOPE", Scope.DECIDE.key()));
        }
        return caller;
    }
}
