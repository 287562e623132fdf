package org.lotse.api.result;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is achieved: key figures against their baseline, marketing against the control group, the use made of data. */
@RestController
@RequestMapping(path = "/v1/results", produces = MediaType.APPLICATION_JSON_VALUE)
class ResultController {
    private static final int LONGEST = 3 * 366;

    private final ShowResults show;
    private final MeasureResults measure;
    private final AssessMaturity maturity;

    ResultController(ShowResults show, MeasureResults measure, AssessMaturity maturity) {
        this.show = show;
        this.measure = measure;
        this.maturity = maturity;
    }

    /**
     * A baseline: measured in a time, or a value known from elsewhere.
     *
     * @param source where a given value is from
     */
    record BaselineBody(
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until,
            @Nullable Double value,
            @Nullable String source) {}

    /** @param phases the step of each phase, NONE where nothing is stored */
    record MaturityBody(@NotEmpty Map<String, String> phases) {}

    @Operation(
            summary = "What a role is shown of what is achieved: at most three figures, each against its baseline",
            description =
                    "Every figure has one definition (results.yaml), its unit, its source, and a 95 % interval that counts"
                            + " persons, not events. Fewer than 30 persons say nothing.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ResultExamples.RESULTS))))
    @GetMapping
    ShowResults.View results(
            @Parameter(description = "management, department or team-lead.", example = "management")
                    @RequestParam(defaultValue = "management")
                    String role,
            @Parameter(
                            description =
                                    "2026-11-20, 2026-W47, 2026-11, 2026-Q4 or 2026; the last that is over if not said.",
                            example = "2026-10")
                    @RequestParam
                    Optional<String> period,
            Locale locale) {
        return show.of(role, period, locale);
    }

    @Operation(
            summary = "One key figure, the same number as everywhere",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ResultExamples.KPI))))
    @GetMapping("/kpis/{key}")
    KpiView kpi(
            @PathVariable String key,
            @Parameter(description = "The last month that is over if not said.", example = "2026-10") @RequestParam
                    Optional<String> period,
            Locale locale) {
        return show.one(key, period, locale);
    }

    @Operation(
            summary = "The baselines a figure has had, the one in force first",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ResultExamples.BASELINES))))
    @GetMapping("/kpis/{key}/baselines")
    List<KpiView.BaselineView> baselines(@PathVariable String key) {
        return show.baselines(key);
    }

    @Operation(
            summary = "Keeps a baseline: measured between from and until, or a value with its source",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ResultExamples.BASELINE_BODY))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(examples = @ExampleObject(ResultExamples.BASELINE))))
    @PostMapping("/kpis/{key}/baselines")
    @ResponseStatus(HttpStatus.CREATED)
    KpiView.BaselineView keep(
            @PathVariable String key, @RequestBody BaselineBody body, @AuthenticationPrincipal Caller caller) {
        if (body.value() != null) {
            String source = body.source();
            if (source == null || source.isBlank()) {
                throw ProblemException.invalid("/source", "MISSING");
            }
            return show.keepGiven(key, body.value(), source.strip(), caller.name());
        }
        if (body.from() == null || body.until() == null) {
            throw ProblemException.invalid(body.from() == null ? "/from" : "/until", "MISSING");
        }
        return show.keepMeasured(key, body.from().toInstant(), body.until().toInstant(), caller.name());
    }

    @Operation(
            summary = "What marketing achieves against the control group",
            description =
                    "The share of persons something happened to, with and without marketing; the difference with its"
                            + " 95 % interval. All stored customers count, merged records once.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ResultExamples.CONTROL_GROUP))))
    @GetMapping("/control-group")
    List<ResultView> controlGroup(
            @Parameter(
                            description = "An outcome of the vocabulary; without one the three that matter most.",
                            example = "CHURNED")
                    @RequestParam
                    Optional<String> event,
            @RequestParam(defaultValue = "90") int days,
            Locale locale) {
        if (days < 1 || days > LONGEST) {
            throw ProblemException.invalid("/days", "OUT_OF_RANGE", days, 1, LONGEST);
        }
        return event.map(one -> List.of(measure.measure(one, days, locale)))
                .orElseGet(() -> measure.mostImportant(days, locale));
    }

    @Operation(
            summary = "How far the data of each phase of a customer's journey are used, and the next step",
            description =
                    "By what is there: events, terms made of them, figures, models in service, outcomes reported.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ResultExamples.MATURITY))))
    @GetMapping("/maturity")
    MaturityMap maturity(Locale locale) {
        return maturity.assess(locale);
    }

    @Operation(
            summary = "The next step of each phase, by what you say of your company; nothing is kept",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ResultExamples.MATURITY_BODY))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ResultExamples.MATURITY))))
    @PostMapping("/maturity")
    MaturityMap stated(@Valid @RequestBody MaturityBody body, Locale locale) {
        return maturity.stated(body.phases(), locale);
    }
}
