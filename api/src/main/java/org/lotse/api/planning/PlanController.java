package org.lotse.api.planning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.jobs.Job;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Role;
import org.lotse.api.security.Scope;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.term.Language;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** Plans over HTTP: ask for one, watch it grow, read it, stop it and keep the best so far. */
@RestController
@RequestMapping("/v1/plans")
class PlanController {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final double MOST_SECONDS = 3_600;

    private final MakePlans make;
    private final ReadOrders read;
    private final JdbcPlans plans;
    private final Jobs jobs;

    PlanController(MakePlans make, ReadOrders read, JdbcPlans plans, Jobs jobs) {
        this.make = make;
        this.read = read;
        this.plans = plans;
        this.jobs = jobs;
    }

    /**
     * A plan as it is sent.
     *
     * @param state QUEUED, RUNNING, DONE, FAILED or CANCELLED
     * @param score expected value of calls, cost of routes
     * @param progress 0 to 1
     * @param revision how often the plan has been changed since it was made
     * @param plan the best so far
     */
    record PlanAnswer(
            UUID planId,
            String kind,
            Job.State state,
            @Nullable Double score,
            double progress,
            @Nullable LocalDate day,
            int revision,
            @Nullable JsonNode plan,
            @Nullable JsonNode problem) {}

    @Operation(
            summary = "Plans calls: the problem that is sent, or the stored customers by the stored agents",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"day\": \"2026-11-23\", \"segment\": \"Families\", \"limit\": 300, \"attempts\": 2, \"spacing"
                                                                    + "Hours\": 4, \"preference\": 2, \"fairness\": 0.5, \"values\": \"decisions\"}"))))
    @PostMapping("/calls")
    ResponseEntity<PlanAnswer> calls(
            InputStream body,
            @RequestParam(defaultValue = "10") double seconds,
            @RequestParam(defaultValue = "0") long seed,
            @AuthenticationPrincipal Caller caller,
            Locale locale)
            throws IOException {
        MakePlans.Order order = order(seconds, seed, caller, locale);
        return accepted(
                switch (worded(() -> read.calls(body), locale)) {
                    case ReadOrders.OfStored(var wish) -> make.storedCalls(wish, order);
                    case ReadOrders.OfProblem(var problem) -> make.calls(problem, order);
                },
                locale);
    }

    @Operation(
            summary = "Plan routes",
            description =
                    "Of a problem that is sent, or of the stored reps and visits of some days. The answer comes at once; the plan grows until its time is over.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = {
                                                @ExampleObject(name = "A problem", value = RouteExamples.PROBLEM),
                                                @ExampleObject(
                                                        name = "The stored reps and visits",
                                                        value = RouteExamples.DAY)
                                            })),
            responses =
                    @ApiResponse(
                            responseCode = "202",
                            content = @Content(examples = @ExampleObject(RouteExamples.PLAN))))
    @PostMapping("/routes")
    ResponseEntity<PlanAnswer> routes(
            InputStream body,
            @RequestParam(defaultValue = "10") double seconds,
            @RequestParam(defaultValue = "0") long seed,
            @AuthenticationPrincipal Caller caller,
            Locale locale)
            throws IOException {
        MakePlans.Order order = order(seconds, seed, caller, locale);
        return accepted(
                switch (worded(() -> read.routes(body), locale)) {
                    case ReadOrders.OfDay(var day, var days, var byDecisions) ->
                        make.storedRoutes(day, days, byDecisions, order);
                    case ReadOrders.OfInput(var input) -> make.routes(input, order);
                },
                locale);
    }

    @Operation(
            summary = "A plan, the best so far while it is being searched",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(RouteExamples.PLAN))))
    @GetMapping("/{id}")
    PlanAnswer get(@PathVariable String id, @AuthenticationPrincipal Caller caller, Locale locale) {
        return visible(id, caller, locale);
    }

    @Operation(summary = "An event whenever the search has found something better")
    @GetMapping(path = "/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(@PathVariable String id, @AuthenticationPrincipal Caller caller, Locale locale) {
        visible(id, caller, locale);
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Thread.ofVirtual().name("plan-" + id).start(() -> tell(id, locale, emitter));
        return emitter;
    }

    @Operation(summary = "Ends the search; the best so far is kept")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> cancel(@PathVariable String id, Locale locale) {
        jobs.cancel(answer(id, locale).planId());
        return ResponseEntity.accepted().location(URI.create("/v1/plans/" + id)).build();
    }

    private void tell(String id, Locale locale, SseEmitter emitter) {
        try {
            for (boolean last = false; !last; ) {
                PlanAnswer now = answer(id, locale);
                last = now.state().isFinal();
                emitter.send(SseEmitter.event().name(last ? "end" : "progress").data(now, MediaType.APPLICATION_JSON));
                if (!last) {
                    Thread.sleep(BETWEEN);
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException listenerGone) {
            emitter.completeWithError(listenerGone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ResponseEntity<PlanAnswer> accepted(UUID id, Locale locale) {
        return ResponseEntity.accepted().location(URI.create("/v1/plans/" + id)).body(answer(id.toString(), locale));
    }

    /** A rep reads the own route under {@code /v1/reps}; of plans only those the rep asked for. */
    private PlanAnswer visible(String id, Caller caller, Locale locale) {
        PlanAnswer answer = answer(id, locale);
        boolean isRep = caller.role().filter(Role.REP::equals).isPresent();
        if (isRep
                && jobs.find(answer.planId())
                        .filter(job -> job.owner().equals(caller.name()))
                        .isEmpty()) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, Scope.PLANS_WRITE.key())
                    .with(FieldProblem.of("", "NEEDS_SCOPE", Scope.PLANS_WRITE.key()));
        }
        return answer;
    }

    private PlanAnswer answer(String id, Locale locale) {
        Job job = uuid(id).flatMap(jobs::find)
                .filter(known -> known.kind().startsWith("plan-"))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/v1/plans/" + id));
        Optional<StoredPlan> plan = plans.find(job.id(), Language.of(locale));
        return new PlanAnswer(
                job.id(),
                job.kind().substring("plan-".length()).toUpperCase(Locale.ROOT),
                job.state(),
                plan.flatMap(StoredPlan::score).orElse(null),
                job.progress(),
                plan.flatMap(StoredPlan::day).orElse(null),
                Math.max(0, plans.revision(job.id())),
                plan.flatMap(StoredPlan::plan).orElse(null),
                job.problem());
    }

    private static MakePlans.Order order(double seconds, long seed, Caller caller, Locale locale) {
        if (!(seconds > 0) || seconds > MOST_SECONDS) {
            throw ProblemException.invalid("/seconds", "SECONDS_OUT_OF_RANGE", seconds, (int) MOST_SECONDS);
        }
        return new MakePlans.Order(caller.name(), locale, Limits.ofSeconds(seconds, seed));
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T worded(Reading<T> reading, Locale locale) throws IOException {
        try {
            return reading.read();
        } catch (UnsoundProblem unsound) {
            throw Flaws.problem(unsound, locale);
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
