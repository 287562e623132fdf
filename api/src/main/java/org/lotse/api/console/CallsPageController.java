package org.lotse.api.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.planning.JdbcTeam;
import org.lotse.api.planning.MakePlans;
import org.lotse.api.planning.StoredCalls;
import org.lotse.api.planning.Team;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.engine.planning.Limits;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agent's call list of the day: who, in which hour, why now; and how each call ended. */
@Controller
@RequestMapping("/console/calls")
class CallsPageController {
    private static final double SECONDS = 8;
    private static final List<String> RESULTS = List.of("REACHED", "NOT_REACHED");

    private final ReadCallList lists;
    private final JdbcTeam team;
    private final StoredCalls stored;
    private final MakePlans make;
    private final PlanProgress progress;

    CallsPageController(ReadCallList lists, JdbcTeam team, StoredCalls stored, MakePlans make, PlanProgress progress) {
        this.lists = lists;
        this.team = team;
        this.stored = stored;
        this.make = make;
        this.progress = progress;
    }

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller) {
        ConsolePage.CALLS.open(caller);
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String agent,
            @RequestParam(required = false) Optional<UUID> job,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        List<Team.Caller> callers = team.callers();
        Optional<Team.Caller> chosen = callers.stream()
                .filter(one -> agent.isEmpty()
                        ? one.login().equals(caller.name())
                        : one.id().equals(agent))
                .findFirst()
                .or(() -> callers.stream().findFirst());
        var day = stored.day(StoredCalls.Wish.USUAL);
        model.addAttribute("day", day);
        model.addAttribute("callers", callers);
        model.addAttribute("chosen", chosen.map(Team.Caller::id).orElse(""));
        model.addAttribute("list", chosen.flatMap(one -> lists.find(one.id(), day, locale)));
        model.addAttribute("step", job.flatMap(progress::of));
        return "console/calls";
    }

    @PostMapping("/plan")
    String plan(@AuthenticationPrincipal Caller caller, Locale locale) {
        UUID job = make.storedCalls(
                StoredCalls.Wish.USUAL, new MakePlans.Order(caller.name(), locale, Limits.ofSeconds(SECONDS, 0)));
        return "redirect:/console/calls?job=" + job;
    }

    @GetMapping("/progress/{job}")
    String progress(@PathVariable UUID job, HttpServletResponse response, Model model) {
        PlanProgress.Step step =
                progress.of(job).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/console/calls"));
        if (step.isFinal() && step.problem().isEmpty()) {
            response.setHeader("HX-Redirect", "/console/calls");
        }
        model.addAttribute("step", step);
        model.addAttribute("at", "/console/calls/progress/" + job);
        return "console/planning :: progress";
    }

    @PostMapping("/{plan}/{customer}/result")
    String result(
            @PathVariable UUID plan,
            @PathVariable String customer,
            @RequestParam String result,
            @RequestHeader(name = "HX-Request", required = false) Optional<String> htmx,
            HttpServletResponse response,
            Model model) {
        if (!RESULTS.contains(result)) {
            throw ProblemException.invalid("/result", "WRONG_TYPE", result, String.join(", ", RESULTS));
        }
        lists.note(plan, customer, result);
        String next = result.equals("REACHED") ? "/console/agent/" + customer + "?from=calls" : "/console/calls";
        if (htmx.isEmpty()) {
            return "redirect:" + next;
        }
        if (result.equals("REACHED")) {
            response.setHeader("HX-Redirect", next);
        }
        model.addAttribute("state", result);
        return "console/calls :: ended";
    }
}
