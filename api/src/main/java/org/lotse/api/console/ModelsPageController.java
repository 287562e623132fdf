package org.lotse.api.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.insight.CompareGroupsOfPeople;
import org.lotse.api.insight.WatchModels;
import org.lotse.api.jobs.Job;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.model.PromoteModels;
import org.lotse.api.model.ShowModels;
import org.lotse.api.model.StartTraining;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For the analyst: the models, what they learned, how they stand, and which version answers. */
@Controller
@RequestMapping("/console/models")
class ModelsPageController {
    private static final int DAYS = 7;
    private static final int DAYS_OF_GROUPS = 90;

    private final ShowModels models;
    private final ModelPages pages;
    private final StartTraining training;
    private final PromoteModels promote;
    private final WatchModels watch;
    private final CompareGroupsOfPeople groups;
    private final Jobs jobs;
    private final PlanProgress progress;

    ModelsPageController(
            ShowModels models,
            ModelPages pages,
            StartTraining training,
            PromoteModels promote,
            WatchModels watch,
            CompareGroupsOfPeople groups,
            Jobs jobs,
            PlanProgress progress) {
        this.models = models;
        this.pages = pages;
        this.training = training;
        this.promote = promote;
        this.watch = watch;
        this.groups = groups;
        this.jobs = jobs;
        this.progress = progress;
    }

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller) {
        ConsolePage.MODELS.open(caller);
    }

    @GetMapping
    String overview(Model model, Locale locale) {
        model.addAttribute("lines", pages.lines(locale));
        return "console/models";
    }

    @GetMapping("/{name}")
    String one(
            @PathVariable String name,
            @RequestParam Optional<String> version,
            @RequestParam Optional<UUID> job,
            Model model,
            Locale locale) {
        pages.show(name, version, model, locale);
        Optional<Job> asked = job.flatMap(jobs::find).or(() -> pages.running(name));
        model.addAttribute("step", asked.flatMap(one -> progress.of(one.id())).orElse(null));
        model.addAttribute(
                "stage",
                asked.map(Job::progress).map(ModelsPageController::stage).orElse("read"));
        model.addAttribute("at", asked.map(one -> at(name, one.id())).orElse(""));
        return "console/model";
    }

    /** How the model stands: read from the stored decisions, which takes a moment. */
    @GetMapping("/{name}/drift")
    String drift(@PathVariable String name, Model model, Locale locale) {
        pages.drift(watch.report(name, DAYS, locale), model, locale);
        pages.groups(groups.report(name, DAYS_OF_GROUPS, locale), name, model, locale);
        return "console/model-drift :: drift";
    }

    @PostMapping("/{name}/training")
    String train(@PathVariable String name, @AuthenticationPrincipal Caller caller, Locale locale) {
        UUID job = training.start(
                Optional.ofNullable(models.definitions().get(name)).orElseThrow(() -> unknown(name)),
                caller.name(),
                locale);
        return "redirect:/console/models/" + name + "?job=" + job;
    }

    /** How far a training is. */
    @GetMapping("/{name}/training/{job}")
    String progress(@PathVariable String name, @PathVariable UUID job, HttpServletResponse response, Model model) {
        PlanProgress.Step step = progress.of(job).orElseThrow(() -> unknown(name));
        if (step.isFinal()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("step", step);
        model.addAttribute(
                "stage",
                jobs.find(job)
                        .map(Job::progress)
                        .map(ModelsPageController::stage)
                        .orElse("read"));
        model.addAttribute("at", at(name, job));
        return "console/model :: progress";
    }

    @PostMapping("/{name}/training/{job}/cancellation")
    String cancel(@PathVariable String name, @PathVariable UUID job) {
        jobs.find(job).filter(one -> one.kind().equals(StartTraining.KIND)).ifPresent(one -> jobs.cancel(one.id()));
        return "redirect:/console/models/" + name + "?job=" + job;
    }

    @PostMapping("/{name}/versions/{version}/promotion")
    String promote(
            @PathVariable String name,
            @PathVariable String version,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Caller caller) {
        return changed(name, promote.promote(name, version, caller.name(), given(reason)));
    }

    @PostMapping("/{name}/versions/{version}/shadow")
    String challenge(
            @PathVariable String name,
            @PathVariable String version,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Caller caller) {
        return changed(name, promote.challenge(name, version, caller.name(), given(reason)));
    }

    @PostMapping("/{name}/demotion")
    String demote(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Caller caller) {
        return changed(name, promote.goBack(name, caller.name(), given(reason)).isPresent());
    }

    /** Back to the model's page, if there was such a version. */
    private static String changed(String name, boolean done) {
        if (!done) {
            throw unknown(name);
        }
        return "redirect:/console/models/" + name;
    }

    /** On this page nobody changes what answers without saying why. */
    private static String given(String reason) {
        if (reason.isBlank()) {
            throw ProblemException.invalid("/reason", "MISSING");
        }
        return reason.strip();
    }

    private static String stage(double share) {
        return share < 0.5 ? "read" : share < 0.95 ? "learn" : "look";
    }

    private static ProblemException unknown(String name) {
        return ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/console/models/" + name);
    }

    private static String at(String name, UUID job) {
        return "/console/models/" + name + "/training/" + job;
    }
}
