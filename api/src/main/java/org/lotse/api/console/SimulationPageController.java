package org.lotse.api.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.jobs.Job;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.rule.Draft;
import org.lotse.api.rule.RuleDesk;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Scope;
import org.lotse.api.simulation.Question;
import org.lotse.api.simulation.SimulateDrafts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a draft would do: asked, watched, looked at. */
@Controller
@RequestMapping("/console/rules/drafts/{id}/simulation")
class SimulationPageController {
    private final RuleDesk desk;
    private final SimulateDrafts simulate;
    private final Jobs jobs;
    private final PlanProgress progress;

    SimulationPageController(RuleDesk desk, SimulateDrafts simulate, Jobs jobs, PlanProgress progress) {
        this.desk = desk;
        this.simulate = simulate;
        this.jobs = jobs;
        this.progress = progress;
    }

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller, Model model) {
        ConsolePage.RULES.open(caller);
        model.addAttribute("zone", desk.zone());
    }

    @GetMapping
    String page(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> job,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        Draft draft = desk.draft(id);
        Optional<Job> known = job.flatMap(jobs::find).filter(one -> one.owner().equals(caller.name()));
        model.addAttribute("draft", draft);
        model.addAttribute("decisions", desk.decisions());
        model.addAttribute("at", at(id, job.orElse(id)));
        model.addAttribute("step", known.flatMap(one -> progress.of(one.id())).orElse(null));
        model.addAttribute("stage", known.map(Job::step).orElse(""));
        model.addAttribute(
                "result",
                known.flatMap(one -> Optional.ofNullable(one.result()))
                        .map(result -> ReadSimulation.of(result, locale))
                        .orElse(null));
        return "console/rules-simulation";
    }

    @PostMapping
    String start(
            @PathVariable UUID id,
            @RequestParam String decision,
            @RequestParam Question.Source source,
            @RequestParam(defaultValue = "7") int days,
            @RequestParam(defaultValue = "100000") int sample,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        RulesPageController.need(caller, Scope.SIMULATE);
        UUID job = simulate.start(id, Question.of(decision, source, days, sample), caller, locale);
        return "redirect:/console/rules/drafts/" + id + "/simulation?job=" + job;
    }

    /** How far it is. */
    @GetMapping("/{job}")
    String progress(@PathVariable UUID id, @PathVariable UUID job, HttpServletResponse response, Model model) {
        PlanProgress.Step step =
                progress.of(job).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/console/rules"));
        if (step.isFinal()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("step", step);
        model.addAttribute("stage", jobs.find(job).map(Job::step).orElse(""));
        model.addAttribute("at", at(id, job));
        return "console/rules-simulation :: progress";
    }

    @PostMapping("/{job}/cancellation")
    String cancel(@PathVariable UUID id, @PathVariable UUID job, @AuthenticationPrincipal Caller caller) {
        jobs.find(job).filter(one -> one.owner().equals(caller.name())).ifPresent(one -> jobs.cancel(one.id()));
        return "redirect:/console/rules/drafts/" + id + "/simulation?job=" + job;
    }

    private static String at(UUID id, UUID job) {
        return "/console/rules/drafts/" + id + "/simulation/" + job;
    }
}
