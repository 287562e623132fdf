package org.lotse.api.model;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.Task;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Models over HTTP: what there is, training, promotion. */
@RestController
@RequestMapping("/v1/models")
class ModelController {
    private static final ProblemKind UNKNOWN_MODEL = new ProblemKind("unknown-model", HttpStatus.NOT_FOUND);
    private static final ProblemKind UNKNOWN_MODEL_VERSION =
            new ProblemKind("unknown-model-version", HttpStatus.NOT_FOUND);

    private static final ProblemKind NO_VERSION_BEFORE =
            new ProblemKind("no-model-version-before", HttpStatus.CONFLICT);

    private final ModelDefinitions definitions;
    private final JdbcModelVersions versions;
    private final TrainModels train;
    private final PromoteModels promote;
    private final StartTraining start;

    ModelController(
            ModelDefinitions definitions,
            JdbcModelVersions versions,
            TrainModels train,
            PromoteModels promote,
            StartTraining start) {
        this.definitions = definitions;
        this.versions = versions;
        this.train = train;
        this.promote = promote;
        this.start = start;
    }

    record Models(List<Overview> items) {}

    record Overview(String name, Optional<Task> task, Optional<String> champion) {}

    record Model(
            String name,
            Optional<Task> task,
            Optional<String> champion,
            List<ModelVersion> versions,
            List<ModelChange> changes) {}

    /**
     * Why a version becomes something else.
     *
     * @param reason in the caller's words
     */
    record Why(@Nullable String reason) {
        static String of(@Nullable Why why) {
            return why == null
                    ? ""
                    : Objects.requireNonNullElse(why.reason(), "").strip();
        }
    }

    record Started(UUID jobId) {}

    @Operation(
            summary = "All models, defined or trained, with the version that answers",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"items\": [{\"name\": \"churn\", \"task\": \"BINARY\","
                                                                    + " \"champion\": \"3f9a2c61d0b7e845\"}]}"))))
    @GetMapping
    Models all() {
        Map<String, String> champions = versions.champions();
        SortedMap<String, ModelDefinition> defined = definitions.all();
        Set<String> names = new TreeSet<>(defined.keySet());
        names.addAll(champions.keySet());
        return new Models(names.stream()
                .map(name -> new Overview(name, task(defined, name), Optional.ofNullable(champions.get(name))))
                .toList());
    }

    @Operation(
            summary = "A model: its versions with report, provenance and state, and who changed what and why",
            description =
                    "Every figure of a report is measured on rows the model had not seen, and stands beside what one"
                            + " gets without a model. The provenance is enough to train the version again to the bit.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ModelExamples.MODEL))))
    @GetMapping("/{name}")
    Model one(@PathVariable String name) {
        List<ModelVersion> kept = versions.of(name);
        SortedMap<String, ModelDefinition> defined = definitions.all();
        if (kept.isEmpty() && !defined.containsKey(name)) {
            throw unknown(name);
        }
        return new Model(
                name,
                task(defined, name),
                Optional.ofNullable(versions.champions().get(name)),
                kept,
                versions.changes(name));
    }

    @Operation(
            summary = "Trains a model from everything stored up to now, as a job",
            description =
                    "The result is a candidate; nobody uses it before it is promoted. GET /v1/jobs/{id} says how far it"
                            + " is, DELETE cancels it.",
            responses =
                    @ApiResponse(
                            responseCode = "202",
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"jobId\": \"7a0d1b6e-3a9f-4c52-9a57-0f5a3d1c9e21\"}"))))
    @PostMapping("/{name}/trainings")
    ResponseEntity<Started> train(@PathVariable String name, @AuthenticationPrincipal Caller caller, Locale locale) {
        ModelDefinition definition = train.definition(name).orElseThrow(() -> unknown(name));
        UUID job = start.start(definition, caller.name(), locale);
        return ResponseEntity.accepted().location(URI.create("/v1/jobs/" + job)).body(new Started(job));
    }

    @Operation(
            summary = "Makes a version the one that answers, on every instance within a second",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ModelExamples.WHY))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ModelExamples.VERSION))))
    @PostMapping("/{name}/versions/{version}/promotion")
    ModelVersion promote(
            @PathVariable String name,
            @PathVariable String version,
            @RequestBody(required = false) @Nullable Why why,
            @AuthenticationPrincipal Caller caller) {
        if (!promote.promote(name, version, caller.name(), Why.of(why))) {
            throw ProblemException.of(UNKNOWN_MODEL_VERSION, name, version);
        }
        return versions.find(name, version).orElseThrow();
    }

    @Operation(
            summary = "Has a version run beside the champion and be measured on the same offers",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ModelExamples.WHY))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ModelExamples.VERSION))))
    @PostMapping("/{name}/versions/{version}/shadow")
    ModelVersion challenge(
            @PathVariable String name,
            @PathVariable String version,
            @RequestBody(required = false) @Nullable Why why,
            @AuthenticationPrincipal Caller caller) {
        if (!promote.challenge(name, version, caller.name(), Why.of(why))) {
            throw ProblemException.of(UNKNOWN_MODEL_VERSION, name, version);
        }
        return versions.find(name, version).orElseThrow();
    }

    @Operation(
            summary = "Goes back at once to the version that answered before",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ModelExamples.WHY))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ModelExamples.VERSION))))
    @PostMapping("/{name}/demotion")
    ModelVersion goBack(
            @PathVariable String name,
            @RequestBody(required = false) @Nullable Why why,
            @AuthenticationPrincipal Caller caller) {
        String before = promote.goBack(name, caller.name(), Why.of(why))
                .orElseThrow(() -> ProblemException.of(NO_VERSION_BEFORE, name));
        return versions.find(name, before).orElseThrow();
    }

    private ProblemException unknown(String name) {
        return ProblemException.of(
                UNKNOWN_MODEL, name, String.join(", ", definitions.all().keySet()));
    }

    private static Optional<Task> task(SortedMap<String, ModelDefinition> defined, String name) {
        return Optional.ofNullable(defined.get(name)).map(ModelDefinition::task);
    }
}
