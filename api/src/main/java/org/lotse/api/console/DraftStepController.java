package org.lotse.api.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.rule.RuleDesk;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Scope;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steps of a draft: submitted, approved, put into force now or later, taken back, discarded. */
@Controller
@RequestMapping("/console/rules/drafts/{id}")
class DraftStepController {
    private final RuleDesk desk;
    private final Jobs jobs;
    private final PlanProgress progress;

    DraftStepController(RuleDesk desk, Jobs jobs, PlanProgress progress) {
        this.desk = desk;
        this.jobs = jobs;
        this.progress = progress;
    }

    /** Puts a draft nobody wants any more out of sight. */
    @PostMapping("/discarding")
    String discard(@PathVariable UUID id, @RequestParam long revision, @AuthenticationPrincipal Caller caller) {
        RulesPageController.need(caller, Scope.RULES_EDIT);
        desk.discard(id, revision);
        return "redirect:/console/rules";
    }

    @PostMapping("/submission")
    String submit(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        RulesPageController.need(caller, Scope.RULES_EDIT);
        return watched(id, desk.submit(id, said(reason), caller, locale));
    }

    @PostMapping("/approval")
    String approve(@PathVariable UUID id, @AuthenticationPrincipal Caller caller, Locale locale) {
        RulesPageController.need(caller, Scope.RULES_RELEASE);
        return watched(id, desk.approve(id, caller, locale));
    }

    /** How far trying the promises is, on the way to a submission or an approval. */
    @GetMapping("/work/{job}")
    String work(
            @PathVariable UUID id,
            @PathVariable UUID job,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model) {
        ConsolePage.RULES.open(caller);
        PlanProgress.Step step =
                progress.of(job).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/console/rules"));
        if (step.isFinal()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("work", step);
        model.addAttribute("workAt", "/console/rules/drafts/" + id + "/work/" + job);
        return "console/rules-work :: progress";
    }

    /** Stops what somebody waits for. */
    @PostMapping("/work/{job}/cancellation")
    String cancel(@PathVariable UUID id, @PathVariable UUID job, @AuthenticationPrincipal Caller caller) {
        jobs.find(job).filter(one -> one.owner().equals(caller.name())).ifPresent(one -> jobs.cancel(one.id()));
        return "redirect:/console/rules/drafts/" + id;
    }

    private static String watched(UUID id, Optional<UUID> job) {
        return "redirect:/console/rules/drafts/" + id
                + job.map(one -> "?work=" + one).orElse("");
    }

    /** Takes back an activation that has not begun. */
    @PostMapping("/withdrawal")
    String withdraw(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        RulesPageController.need(caller, Scope.RULES_RELEASE);
        desk.withdraw(id, caller);
        return "redirect:/console/rules/drafts/" + id;
    }

    @PostMapping("/activation")
    String activate(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String at,
            @AuthenticationPrincipal Caller caller) {
        RulesPageController.need(caller, Scope.RULES_RELEASE);
        desk.activate(id, moment(at), said(reason), caller);
        return "redirect:/console/rules";
    }

    private static Optional<String> said(String reason) {
        return Optional.of(reason.strip()).filter(why -> !why.isEmpty());
    }

    /** A local time of the company, as browsers send it; none is now. */
    private Optional<Instant> moment(String at) {
        try {
            return said(at).map(LocalDateTime::parse)
                    .map(local -> local.atZone(desk.zone()).toInstant());
        } catch (DateTimeException noTime) {
            throw ProblemException.invalid("/at", "NOT_A_TIME", at);
        }
    }
}
