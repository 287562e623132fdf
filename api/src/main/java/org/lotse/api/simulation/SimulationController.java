package org.lotse.api.simulation;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a draft would do, asked over HTTP. */
@RestController
@RequestMapping("/v1/rules/drafts/{id}")
class SimulationController {
    private final SimulateDrafts simulate;

    SimulationController(SimulateDrafts simulate) {
        this.simulate = simulate;
    }

    /** A job that was started: its result is read at {@code /v1/jobs/<id>}. */
    record Begun(UUID jobId) {}

    /** Takes recorded decisions, or decisions about the stored customers, again under the draft. */
    @PostMapping("/simulations")
    ResponseEntity<Begun> simulate(
            @PathVariable UUID id,
            @RequestBody Question question,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        @Nullable String decision = question.decision();
        if (decision == null || decision.isBlank()) {
            throw ProblemException.invalid("/decision", "MISSING");
        }
        UUID job = simulate.start(id, question, caller, locale);
        return ResponseEntity.accepted().location(URI.create("/v1/jobs/" + job)).body(new Begun(job));
    }
}
