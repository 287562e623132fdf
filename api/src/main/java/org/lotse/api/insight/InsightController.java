package org.lotse.api.insight;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lotse.api.model.ShowModels;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.models.portrait.Portrait;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an analyst wants to know of models in service. */
@RestController
@RequestMapping(path = "/v1/models/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
class InsightController {
    private static final ProblemKind NOT_SERVING = new ProblemKind("model-not-serving", HttpStatus.NOT_FOUND);
    private static final ProblemKind NO_PORTRAIT = new ProblemKind("no-model-portrait", HttpStatus.NOT_FOUND);
    private static final int LONGEST = 90;
    private static final int LONGEST_GROUPS = 366;

    private final WatchModels watch;
    private final CompareGroupsOfPeople groups;
    private final ModelFindings findings;
    private final FindUsers users;
    private final ShowModels models;
    private final Clock clock;

    InsightController(
            WatchModels watch,
            CompareGroupsOfPeople groups,
            ModelFindings findings,
            FindUsers users,
            ShowModels models,
            Clock clock) {
        this.watch = watch;
        this.groups = groups;
        this.findings = findings;
        this.users = users;
        this.models = models;
        this.clock = clock;
    }

    @Operation(
            summary = "Whether a model's inputs, scores and outcomes are still what they were",
            description =
                    "Compares the stored decisions of the last days with the four weeks before. CHANGED needs both: more"
                            + " than chance shows among everything watched (1 % false alarms per look), and a size that"
                            + " matters. A subject counts once per time. The same moment gives the same report.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(InsightExamples.DRIFT))))
    @GetMapping("/drift")
    DriftReport drift(
            @PathVariable String name,
            @Parameter(description = "As of when; now if not said.", example = "2026-11-20T08:00:00Z") @RequestParam
                    Optional<OffsetDateTime> at,
            @Parameter(description = "How long \"lately\" is, in days.", example = "7")
                    @RequestParam(defaultValue = "7")
                    int days,
            Locale locale) {
        if (days < 1 || days > LONGEST) {
            throw ProblemException.invalid("/days", "OUT_OF_RANGE", days, 1, LONGEST);
        }
        return watch.report(name, at.map(OffsetDateTime::toInstant).orElseGet(clock::instant), days, locale)
                .orElseThrow(() -> ProblemException.of(NOT_SERVING, name));
    }

    @Operation(
            summary = "Whether a model scores, errs and leads to offers differently by what is sensitive about people",
            description =
                    "By every sensitive attribute, whether the model knows it or not. Groups of fewer than eight people are"
                            + " not shown. Notable: beyond chance, everything compared at once.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(InsightExamples.GROUPS))))
    @GetMapping("/groups")
    GroupReport groups(
            @PathVariable String name,
            @Parameter(description = "How many of the last days.", example = "90") @RequestParam(defaultValue = "90")
                    int days,
            Locale locale) {
        if (days < 1 || days > LONGEST_GROUPS) {
            throw ProblemException.invalid("/days", "OUT_OF_RANGE", days, 1, LONGEST_GROUPS);
        }
        return groups.report(name, days, locale).orElseThrow(() -> ProblemException.of(NOT_SERVING, name));
    }

    @Operation(
            summary = "What the nightly watch over a model found, open findings first",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(InsightExamples.FINDINGS))))
    @GetMapping("/findings")
    List<ModelFinding> findings(@PathVariable String name) {
        return findings.of(name);
    }

    @Operation(
            summary = "Who relies on a model: terms, rule rows, actions, other models, call lists",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(InsightExamples.USERS))))
    @GetMapping("/users")
    ModelUsers users(@PathVariable String name, Locale locale) {
        return users.of(name, locale);
    }

    @Operation(
            summary = "What a version learned: how its answer changes along each input",
            description =
                    "Aggregates over at least eight subjects. Beside the subjects learned from stand those of today's"
                            + " population, so that missing groups show.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(InsightExamples.PORTRAIT))))
    @GetMapping("/versions/{version}/portrait")
    Portrait portrait(@PathVariable String name, @PathVariable String version) {
        return models.portrait(name, version).orElseThrow(() -> ProblemException.of(NO_PORTRAIT, name, version));
    }
}
