package org.lotse.api.result;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A/B tests: who got what, what came of it, and whether it is time to stop. */
@RestController
@RequestMapping(path = "/v1/experiments", produces = MediaType.APPLICATION_JSON_VALUE)
class ExperimentController {
    private static final int LONGEST = 3 * 366;

    private final MeasureExperiments measure;
    private final KeepExperiments keep;
    private final Clock clock;

    ExperimentController(MeasureExperiments measure, KeepExperiments keep, Clock clock) {
        this.measure = measure;
        this.keep = keep;
        this.clock = clock;
    }

    @Operation(
            summary = "How an A/B test stands, and whether to stop",
            description =
                    "Who got what is a field of an event; everybody counts with what they got first. The interval holds at"
                            + " all looks together in 95 of 100 experiments, so that looking often finds no effects that"
                            + " are none. Persons whose days are not over yet are not counted.",
            responses = @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
                            {"event": "campaign", "field": "group", "outcome": "BOUGHT", "days": 14,
                             "from": "2025-11-20T08:00:00Z", "until": "2026-11-20T08:00:00Z",
                             "arms": [{"value": "CONTROL", "persons": 2010, "with": 181, "rate": 0.09, "difference": null,
                               "advice": null, "text": "CONTROL: 9.0% of 2,010 persons."},
                              {"value": "TREATED", "persons": 2024, "with": 263, "rate": 0.13,
                               "difference": {"low": 0.008, "estimate": 0.04, "high": 0.072}, "advice": "STOP_MORE",
                               "text": "TREATED: 13.0% of 2,024 persons, more than the control arm."}]}"""))))
    @GetMapping(params = "event")
    ExperimentView experiment(
            @Parameter(description = "The event that says who got what.", example = "campaign") @RequestParam
                    String event,
            @Parameter(description = "Its field that names the arm.", example = "group")
                    @RequestParam(defaultValue = "group")
                    String field,
            @Parameter(description = "The arm the others are compared with.", example = "CONTROL")
                    @RequestParam(defaultValue = "CONTROL")
                    String control,
            @Parameter(description = "The event that may follow.", example = "BOUGHT") @RequestParam String outcome,
            @Parameter(description = "How soon it has to follow, in days.") @RequestParam(defaultValue = "14") int days,
            @Parameter(description = "How many days back the first event counts.") @RequestParam(defaultValue = "365")
                    int since,
            @Parameter(
                            description = "The smallest difference of shares that would change what you do.",
                            example = "0.01")
                    @RequestParam(defaultValue = "0.01")
                    double matters,
            Locale locale) {
        inside("/days", days);
        inside("/since", since);
        if (!(matters > 0 && matters < 1)) {
            throw ProblemException.invalid("/matters", "OUT_OF_RANGE", matters, 0, 1);
        }
        Instant from = clock.instant().minus(Duration.ofDays(since));
        return measure.measure(
                new MeasureExperiments.Question(event, field, control, outcome, days, from, matters, Map.of()), locale);
    }

    @Operation(
            summary = "The experiments that are kept, and how each stands",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ResultExamples.EXPERIMENTS))))
    @GetMapping
    List<KeepExperiments.Standing> all(Locale locale) {
        return keep.all(locale);
    }

    @Operation(
            summary = "How a kept experiment stands",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ResultExamples.EXPERIMENT))))
    @GetMapping("/{name}")
    KeepExperiments.Standing one(@PathVariable String name, Locale locale) {
        return keep.one(name, locale);
    }

    @Operation(
            summary =
                    "Keeps an experiment: what is compared, by which outcome it is decided, and what difference matters",
            description =
                    "Say it before the first look. One outcome decides; others are shown, but nobody should stop because"
                            + " of them.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ResultExamples.EXPERIMENT_BODY))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ResultExamples.EXPERIMENT))))
    @PutMapping("/{name}")
    KeepExperiments.Standing keep(
            @PathVariable String name,
            @Valid @RequestBody Experiment experiment,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        inside("/days", experiment.within());
        if (!(experiment.least() > 0 && experiment.least() < 1)) {
            throw ProblemException.invalid("/matters", "OUT_OF_RANGE", experiment.least(), 0, 1);
        }
        return keep.keep(name, experiment, caller.name(), locale);
    }

    @Operation(summary = "Forgets a kept experiment; the events stay")
    @DeleteMapping("/{name}")
    ResponseEntity<Void> takeAway(@PathVariable String name, @AuthenticationPrincipal Caller caller) {
        keep.takeAway(name, caller.name());
        return ResponseEntity.noContent().build();
    }

    private static void inside(String pointer, int days) {
        if (days < 1 || days > LONGEST) {
            throw ProblemException.invalid(pointer, "OUT_OF_RANGE", days, 1, LONGEST);
        }
    }
}
