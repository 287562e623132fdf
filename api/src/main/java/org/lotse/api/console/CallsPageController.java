package org.lotse.api.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.planning.JdbcTeam;
import org.lotse.api.planning.MakePlans;
import org.lotse.api.planning.ReportOnCalls;
import org.lotse.api.planning.StoredCalls;
import org.lotse.api.planning.Team;
import org.lotse.api.planning.TellRevisions;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.calls.CallOutcome;
import org.springframework.http.MediaType;
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
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The agent's call list of the day: who, in which hour, why now; and how each call ended. */
@Controller
@RequestMapping("/console/calls")
class CallsPageController {
    private static final double SECONDS = 8;
    private static final List<String> REASONS = List.of("SPOKEN", "WRONG_NUMBER", "COMPLAINT", "NOT_NOW", "OTHER");

    private final ReadCallList lists;
    private final JdbcTeam team;
    private final StoredCalls stored;
    private final MakePlans make;
    private final PlanProgress progress;
    private final ReportOnCalls outcomes;
    private final TellRevisions revisions;
    private final Clock clock;

    CallsPageController(
            ReadCallList lists,
            JdbcTeam team,
            StoredCalls stored,
            MakePlans make,
            PlanProgress progress,
            ReportOnCalls outcomes,
            TellRevisions revisions,
            Clock clock) {
        this.outcomes = outcomes;
        this.revisions = revisions;
        this.clock = clock;
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
        model.addAttribute("reasons", REASONS);
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

    /** How a call ended; the rest of the list changes at once. */
    @PostMapping("/{plan}/{customer}/result")
    String result(
            @PathVariable UUID plan,
            @PathVariable String customer,
            @RequestParam CallOutcome.Kind result,
            @RequestParam(required = false) Optional<LocalTime> at,
            @RequestParam(required = false) Optional<String> reason,
            @RequestParam(defaultValue = "") String agent,
            @RequestHeader(name = "HX-Request", required = false) Optional<String> htmx,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response) {
        Instant back = at.map(time -> soon(time)).orElse(null);
        outcomes.note(plan, new ReportOnCalls.Said(customer, result, back, reason.orElse(null), caller.name()));
        String list = "/console/calls" + (agent.isEmpty() ? "" : "?agent=" + agent);
        String next = result == CallOutcome.Kind.REACHED ? "/console/agent/" + customer + "?from=calls" : list;
        if (htmx.isEmpty()) {
            return "redirect:" + next;
        }
        response.setHeader("HX-Redirect", next);
        return "console/calls :: nothing";
    }

    /** The next time the clock shows this. */
    private Instant soon(LocalTime time) {
        ZonedDateTime now = clock.instant().atZone(stored.zone());
        ZonedDateTime then = now.toLocalDate().atTime(time).atZone(stored.zone());
        return (then.isBefore(now) ? then.plusDays(1) : then).toInstant();
    }

    /** Says when the list has become another one. */
    @GetMapping(path = "/{plan}/revisions", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter revisions(@PathVariable UUID plan, @RequestParam int known) {
        return revisions.of(plan, known);
    }
}
