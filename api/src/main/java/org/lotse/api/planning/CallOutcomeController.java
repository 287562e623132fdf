package org.lotse.api.planning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.engine.planning.calls.CallOutcome;
import org.lotse.engine.term.Language;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How the calls of a day's plan ended; each answer changes the rest of the list at once. */
@RestController
class CallOutcomeController {
    private final ReportOnCalls report;
    private final JdbcPlans plans;

    CallOutcomeController(ReportOnCalls report, JdbcPlans plans) {
        this.report = report;
        this.plans = plans;
    }

    /**
     * How a planned call ended.
     *
     * @param outcome REACHED, NOT_REACHED, CALL_BACK or SKIPPED
     * @param callBackAt when the customer wants to be called
     * @param reason why the customer was passed over
     */
    record OutcomeBody(
            CallOutcome.@Nullable Kind outcome,
            @Nullable OffsetDateTime callBackAt,
            @Nullable String reason) {}

    /** The list from now on. */
    record ChangedList(UUID planId, int revision, JsonNode plan) {}

    /** What was said about a call. */
    record SaidAnswer(
            String customerId,
            String agent,
            Instant slot,
            int attempt,
            CallOutcome.Kind outcome,
            Instant at,
            @Nullable Instant callBackAt,
            String reason) {}

    @Operation(
            summary = "What came of a call; the rest of the list is planned anew at once",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"outcome\": \"CALL_BACK\", \"callBackAt\": \"2026-11-23T15:00:00+01:00\"}"))))
    @PostMapping("/v1/plans/{id}/calls/{customer}/outcome")
    ChangedList outcome(
            @PathVariable UUID id,
            @PathVariable String customer,
            @RequestBody OutcomeBody body,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        CallOutcome.Kind kind = body.outcome();
        if (kind == null) {
            throw ProblemException.invalid("/outcome", "MISSING");
        }
        Instant back = Optional.ofNullable(body.callBackAt())
                .map(OffsetDateTime::toInstant)
                .orElse(null);
        report.note(id, new ReportOnCalls.Said(customer, kind, back, body.reason(), caller.name()));
        return new ChangedList(
                id,
                plans.revision(id),
                plans.find(id, Language.of(locale))
                        .flatMap(StoredPlan::plan)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/v1/plans/" + id)));
    }

    @Operation(summary = "What was said about the calls of a plan")
    @GetMapping("/v1/plans/{id}/calls/outcomes")
    List<SaidAnswer> outcomes(@PathVariable UUID id) {
        return report.noted(id).stream()
                .map(noted -> new SaidAnswer(
                        noted.outcome().customerId(),
                        noted.outcome().agent(),
                        noted.outcome().slot(),
                        noted.attempt(),
                        noted.outcome().kind(),
                        noted.outcome().at(),
                        noted.outcome().callBack(),
                        noted.reason()))
                .toList();
    }
}
