package org.lotse.api.outcome;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.lotse.api.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes outcomes in. */
@RestController
class OutcomeController {
    private final RecordOutcome recordOutcome;

    OutcomeController(RecordOutcome recordOutcome) {
        this.recordOutcome = recordOutcome;
    }

    /**
     * What became of a decision.
     *
     * @param id the reporter's own id of this report; the same id twice counts once
     * @param decisionId the decision
     * @param action the action it is about
     * @param outcome an outcome the vocabulary declares: {@code ACCEPTED}
     * @param value what it was worth, in the accounting currency
     * @param at when it happened; now if empty
     */
    record OutcomeReport(
            @NotBlank @Size(max = 200) String id,
            @NotBlank @Size(max = 200) String decisionId,
            @NotBlank @Size(max = 200) String action,
            @NotBlank @Size(max = 100) String outcome,
            @Nullable Double value,
            @Nullable OffsetDateTime at) {}

    /**
     * What was kept.
     *
     * @param counted false when the same report was known already
     */
    record OutcomeKept(String id, String decisionId, String action, String outcome, boolean counted) {}

    @PostMapping("/v1/outcomes")
    ResponseEntity<OutcomeKept> record(
            @Valid @RequestBody OutcomeReport report, @AuthenticationPrincipal Caller caller) {
        OutcomeKept kept = recordOutcome.record(report, caller);
        return ResponseEntity.status(kept.counted() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(kept);
    }
}
