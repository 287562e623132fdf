package org.lotse.api.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lotse.api.jobs.JobRun;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.log.ErasureList.Erasure;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The decision log for those who answer for it: verifying its seals, carrying the list of erasures elsewhere. */
@RestController
@RequestMapping("/v1/decision-log")
class LogController {
    private final Verification verification;
    private final Erasures erasures;
    private final Jobs jobs;

    LogController(Verification verification, Erasures erasures, Jobs jobs) {
        this.verification = verification;
        this.erasures = erasures;
        this.jobs = jobs;
    }

    /**
     * How the log stands.
     *
     * @param state SOUND or BROKEN
     * @param records how many records fit their seals
     * @param seals how many seals there are
     * @param expired how many sealed records have been dropped as their time was over
     * @param findings what does not fit
     */
    record VerificationAnswer(
            String state, long records, long seals, long expired, List<VerifySeals.Finding> findings) {}

    /** How many subjects were erased again. */
    record Applied(int erased) {}

    /** The job that verifies. */
    record Started(UUID jobId) {}

    @Operation(
            summary = "Verifies the seals",
            description =
                    "A job; its result names every record that was changed, removed or slipped in since it was written.",
            responses =
                    @ApiResponse(
                            responseCode = "202",
                            description = "The result of the job is like the example",
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"state\": \"SOUND\", \"records\": 1204, \"seals\": 377, \"expired\": 0, \"findings\": []}"))))
    @PostMapping(path = "/verification", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Started> verify(@AuthenticationPrincipal Caller caller, Locale locale) {
        UUID job = jobs.submit("verification", caller.name(), locale, this::verified);
        return ResponseEntity.accepted().location(URI.create("/v1/jobs/" + job)).body(new Started(job));
    }

    private VerificationAnswer verified(JobRun run) {
        VerifySeals.Report report = verification.verify(
                (looked, all) -> run.progress((double) looked / Math.max(1, all), looked + " / " + all));
        return new VerificationAnswer(
                report.isSound() ? "SOUND" : "BROKEN",
                report.records(),
                report.seals(),
                report.expired(),
                report.findings());
    }

    @Operation(
            summary = "The list of erasures",
            description = "One line per erasure: a keyed hash and a time. Keep it apart from the backups.")
    @GetMapping(path = "/erasures", produces = MediaType.TEXT_PLAIN_VALUE)
    String erasures() {
        return erasures.stored().stream().map(erasure -> erasure + "\n").collect(Collectors.joining());
    }

    @Operation(
            summary = "Applies a list of erasures",
            description = "After a backup was restored: erases again whom the list says were erased since.")
    @PostMapping(path = "/erasures", consumes = MediaType.TEXT_PLAIN_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Applied apply(@RequestBody String lines) {
        try {
            Set<Erasure> all = lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(Erasure::parse)
                    .collect(Collectors.toSet());
            return new Applied(erasures.apply(all));
        } catch (IllegalArgumentException | java.time.format.DateTimeParseException notALine) {
            throw ProblemException.invalid("", "NO_ERASURE_LIST", String.valueOf(notALine.getMessage()));
        }
    }
}
