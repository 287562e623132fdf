package org.lotse.api.model;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import org.lotse.api.jobs.JobRun;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.Task;
import org.lotse.models.registry.TrainedModel;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
    private final Jobs jobs;

    ModelController(
            ModelDefinitions definitions,
            JdbcModelVersions versions,
            TrainModels train,
            PromoteModels promote,
            Jobs jobs) {
        this.definitions = definitions;
        this.versions = versions;
        this.train = train;
        this.promote = promote;
        this.jobs = jobs;
    }

    record Models(List<Overview> items) {}

    record Overview(String name, Optional<Task> task, Optional<String> champion) {}

    record Model(
            String name, Optional<Task> task, Optional<String> champion, List<JdbcModelVersions.Listed> versions) {}

    record Started(UUID jobId) {}

    record Trained(String model, String version) {}

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

    @GetMapping("/{name}")
    Model one(@PathVariable String name) {
        List<JdbcModelVersions.Listed> kept = versions.of(name);
        SortedMap<String, ModelDefinition> defined = definitions.all();
        if (kept.isEmpty() && !defined.containsKey(name)) {
            throw unknown(name);
        }
        return new Model(
                name,
                task(defined, name),
                Optional.ofNullable(versions.champions().get(name)),
                kept);
    }

    @PostMapping("/{name}/trainings")
    ResponseEntity<Started> train(@PathVariable String name, @AuthenticationPrincipal Caller caller, Locale locale) {
        ModelDefinition definition = train.definition(name).orElseThrow(() -> unknown(name));
        UUID job = jobs.submit("training", caller.name(), locale, run -> train(definition, caller.name(), run));
        return ResponseEntity.accepted().location(URI.create("/v1/jobs/" + job)).body(new Started(job));
    }

    @PostMapping("/{name}/versions/{version}/promotion")
    JdbcModelVersions.Listed promote(
            @PathVariable String name, @PathVariable String version, @AuthenticationPrincipal Caller caller) {
        if (!promote.promote(name, version, caller.name())) {
            throw ProblemException.of(UNKNOWN_MODEL_VERSION, name, version);
        }
        return versions.find(name, version).orElseThrow();
    }

    /** Has a version run beside the champion. */
    @PostMapping("/{name}/versions/{version}/shadow")
    JdbcModelVersions.Listed challenge(
            @PathVariable String name, @PathVariable String version, @AuthenticationPrincipal Caller caller) {
        if (!promote.challenge(name, version, caller.name())) {
            throw ProblemException.of(UNKNOWN_MODEL_VERSION, name, version);
        }
        return versions.find(name, version).orElseThrow();
    }

    /** Goes back to the version that was the champion before. */
    @PostMapping("/{name}/demotion")
    JdbcModelVersions.Listed goBack(@PathVariable String name, @AuthenticationPrincipal Caller caller) {
        String before =
                promote.goBack(name, caller.name()).orElseThrow(() -> ProblemException.of(NO_VERSION_BEFORE, name));
        return versions.find(name, before).orElseThrow();
    }

    private Trained train(ModelDefinition definition, String by, JobRun run) {
        try {
            TrainedModel model =
                    train.train(definition, train.history(), (step, share) -> run.progress(share, step), by);
            return new Trained(definition.name(), model.version());
        } catch (ModelProblem e) {
            throw ProblemException.invalid(
                    List.of(FieldProblem.worded("", "NOT_TRAINABLE", String.valueOf(e.getMessage()))));
        }
    }

    private ProblemException unknown(String name) {
        return ProblemException.of(
                UNKNOWN_MODEL, name, String.join(", ", definitions.all().keySet()));
    }

    private static Optional<Task> task(SortedMap<String, ModelDefinition> defined, String name) {
        return Optional.ofNullable(defined.get(name)).map(ModelDefinition::task);
    }
}
