package org.lotse.api.privacy;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.lotse.api.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Retention periods over HTTP: what is due, and acting on it. */
@RestController
@RequestMapping("/v1/privacy/retention")
class RetentionController {
    private final KeepPeriods periods;
    private final RetentionRuns runs;

    RetentionController(KeepPeriods periods, RetentionRuns runs) {
        this.periods = periods;
        this.runs = runs;
    }

    /**
     * What a run would delete, and what the latest runs have deleted.
     *
     * @param due rows by kind
     */
    record Retention(Map<String, Long> due, List<RetentionRuns.Run> runs) {}

    /** A job that was started. */
    record Started(UUID id, String status) {}

    @Operation(summary = "What is past its retention period; nothing is changed")
    @GetMapping
    Retention due() {
        return new Retention(periods.due(), runs.latest());
    }

    @Operation(summary = "Deletes what is past its retention period, as the nightly run does")
    @PostMapping
    ResponseEntity<Started> run(@AuthenticationPrincipal Caller caller, Locale language) {
        UUID id = runs.start(caller.name(), language);
        return ResponseEntity.accepted().location(URI.create("/v1/jobs/" + id)).body(new Started(id, "/v1/jobs/" + id));
    }
}
