package org.lotse.api.policy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.engine.arbitration.ControlGroup;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.SubjectId;
import org.lotse.models.policy.Lift;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What decisions earn: by the rules that ran, by other rules, and beside the control group. */
@RestController
class PolicyController {
    private static final ProblemKind UNKNOWN_RULES = new ProblemKind("unknown-rules-to-evaluate", HttpStatus.NOT_FOUND);
    private static final Duration USUAL = Duration.ofDays(90);
    private static final String NEXT_BEST_ACTION = "next-best-action";
    private static final int SAMPLE = 5_000;

    private final EvaluatePolicies evaluate;
    private final JdbcLogged logged;
    private final RuleSets ruleSets;
    private final Jobs jobs;
    private final Clock clock;

    PolicyController(EvaluatePolicies evaluate, JdbcLogged logged, RuleSets ruleSets, Jobs jobs, Clock clock) {
        this.evaluate = evaluate;
        this.logged = logged;
        this.ruleSets = ruleSets;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * What to evaluate.
     *
     * @param decision next-best-action if empty
     * @param rules the version to decide by; the active one if empty
     * @param from 90 days ago if empty
     * @param to now if empty
     * @param sample at most so many decisions
     */
    record Request(
            @Nullable String decision,
            @Nullable String rules,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to,
            @Nullable @Min(1) @Max(100_000) Integer sample) {}

    record Started(UUID jobId) {}

    @Operation(
            summary = "Estimates what other rules would have earned, from the logged decisions",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"decision\": \"next-best-action\", \"from\": \"2026-08-01T00:00:00Z\", \"sample\": 5000}"))))
    @PostMapping("/v1/policies/evaluations")
    ResponseEntity<Started> evaluate(
            @Valid @RequestBody Request request, @AuthenticationPrincipal Caller caller, Locale locale) {
        RuleSet rules = request.rules() == null
                ? ruleSets.active()
                : ruleSets.version(request.rules())
                        .orElseThrow(() -> ProblemException.of(UNKNOWN_RULES, request.rules()));
        String decision = Optional.ofNullable(request.decision()).orElse(NEXT_BEST_ACTION);
        Set<String> declared = rules.vocabulary().decisions().keySet();
        if (!declared.contains(decision)) {
            throw ProblemException.invalid("/decision", "UNKNOWN_DECISION", decision, String.join(", ", declared));
        }
        EvaluatePolicies.Question question = new EvaluatePolicies.Question(
                decision,
                rules,
                from(request.from()),
                to(request.to()),
                Optional.ofNullable(request.sample()).orElse(SAMPLE));
        UUID job = jobs.submit("policy-evaluation", caller.name(), locale, run -> evaluate.evaluate(question, run));
        return ResponseEntity.accepted().location(URI.create("/v1/jobs/" + job)).body(new Started(job));
    }

    /** The lift and what it was measured on. */
    record Measured(String decision, String outcome, Instant from, Instant to, Lift lift) {}

    @Operation(summary = "How often an outcome happened beside the control group, with its interval")
    @GetMapping("/v1/policies/lift")
    Measured lift(
            @RequestParam(defaultValue = NEXT_BEST_ACTION) String decision,
            @RequestParam String outcome,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to) {
        RuleSet rules = ruleSets.active();
        List<String> known = rules.vocabulary().events().values().stream()
                .map(EventType::key)
                .toList();
        if (!known.contains(outcome)) {
            throw ProblemException.invalid("/outcome", "UNKNOWN_OUTCOME", outcome, String.join(", ", known));
        }
        Instant begin = from(from);
        Instant end = to(to);
        ControlGroup control = rules.settings().control();
        Set<String> with = logged.with(outcome, begin, end);
        long[] counts = new long[4];
        for (String person : logged.persons(decision, begin, end)) {
            int group = control.contains(SubjectId.customer(person)) ? 2 : 0;
            counts[group]++;
            counts[group + 1] += with.contains(person) ? 1 : 0;
        }
        return new Measured(decision, outcome, begin, end, Lift.of(counts[0], counts[1], counts[2], counts[3]));
    }

    private Instant from(@Nullable OffsetDateTime said) {
        return said == null ? clock.instant().minus(USUAL) : said.toInstant();
    }

    private Instant to(@Nullable OffsetDateTime said) {
        return said == null ? clock.instant() : said.toInstant();
    }
}
