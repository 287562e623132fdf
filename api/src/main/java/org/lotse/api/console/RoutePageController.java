package org.lotse.api.console;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lotse.api.planning.CalendarAddresses;
import org.lotse.api.planning.DayRoute;
import org.lotse.api.planning.DayRoutes;
import org.lotse.api.planning.JdbcTeam;
import org.lotse.api.planning.MakePlans;
import org.lotse.api.planning.ReportOnRoute;
import org.lotse.api.planning.StoredRoutes;
import org.lotse.api.planning.Team;
import org.lotse.api.planning.TellRevisions;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Role;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.term.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The rep's day: the visits in order, the way between them on a map, and what was left out and why. */
@Controller
@RequestMapping("/console/route")
class RoutePageController {
    private static final double SECONDS = 8;
    private static final int MOST_LATE = 600;

    private final DayRoutes routes;
    private final JdbcTeam team;
    private final StoredRoutes stored;
    private final MakePlans make;
    private final PlanProgress progress;
    private final ReportOnRoute report;
    private final FindCustomers customers;
    private final ConversationWords words;
    private final String tiles;
    private final TellRevisions revisions;
    private final CalendarAddresses calendars;
    private final ReadNotes notes;
    private final Clock clock;

    RoutePageController(
            DayRoutes routes,
            JdbcTeam team,
            StoredRoutes stored,
            MakePlans make,
            PlanProgress progress,
            ReportOnRoute report,
            FindCustomers customers,
            ConversationWords words,
            TellRevisions revisions,
            CalendarAddresses calendars,
            ReadNotes notes,
            Clock clock,
            @Value("${lotse.map.tiles:}") String tiles) {
        this.revisions = revisions;
        this.calendars = calendars;
        this.notes = notes;
        this.clock = clock;
        this.routes = routes;
        this.team = team;
        this.stored = stored;
        this.make = make;
        this.progress = progress;
        this.report = report;
        this.customers = customers;
        this.words = words;
        this.tiles = tiles;
    }

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller) {
        ConsolePage.ROUTE.open(caller);
    }

    @GetMapping
    String route(
            @RequestParam(defaultValue = "") String rep,
            @RequestParam(defaultValue = "") String noting,
            @RequestParam(required = false) Optional<UUID> job,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        List<Team.FieldRep> reps = reps(caller);
        Optional<Team.FieldRep> chosen = reps.stream()
                .filter(one -> one.id().equals(rep))
                .findFirst()
                .or(() -> reps.stream().findFirst());
        LocalDate day = stored.day();
        Optional<DayRoute> route = chosen.flatMap(one -> routes.find(one, day, Language.of(locale)));
        model.addAttribute("day", day);
        model.addAttribute("reps", reps);
        model.addAttribute("chosen", chosen);
        model.addAttribute("route", route);
        model.addAttribute(
                "revision", route.map(one -> report.revision(one.planId())).orElse(0));
        model.addAttribute(
                "left",
                route.map(one -> one.unplanned().stream()
                                .filter(visit -> visit.nearest().equals(one.rep()))
                                .toList())
                        .orElse(List.of()));
        Map<String, CustomerLine> known =
                customers.byIds(route.map(RoutePageController::ids).orElse(List.of()));
        model.addAttribute("customers", known);
        model.addAttribute("why", route.map(one -> why(one, known, locale)).orElse(Map.of()));
        model.addAttribute("words", words);
        model.addAttribute("locale", locale);
        model.addAttribute("tiles", tiles);
        model.addAttribute("step", job.flatMap(progress::of));
        model.addAttribute("noting", noting);
        model.addAttribute("opened", clock.instant().atZone(stored.zone()).toLocalTime());
        model.addAttribute(
                "subscribed", chosen.flatMap(one -> calendars.since(one.id())).isPresent());
        notes.show(caller, model, locale);
        return "console/route";
    }

    @PostMapping("/plan")
    String plan(@AuthenticationPrincipal Caller caller, Locale locale) {
        UUID job = make.storedRoutes(
                stored.day(), 1, new MakePlans.Order(caller.name(), locale, Limits.ofSeconds(SECONDS, 0)));
        return "redirect:/console/route?job=" + job;
    }

    @PostMapping("/{plan}/{visit}/{what}")
    String report(
            @PathVariable UUID plan,
            @PathVariable String visit,
            @PathVariable String what,
            @RequestParam(required = false) Optional<Instant> at,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        Team.FieldRep rep = whose(visit, caller, locale);
        Instant now = clock.instant();
        Instant then = at.filter(said -> said.isBefore(now)).orElse(now);
        switch (what) {
            case "done" -> report.done(plan, visit, rep.id(), then);
            case "no-show" -> report.noShow(plan, visit, rep.id(), then);
            default -> throw ProblemException.of(ProblemKind.NOT_FOUND, "POST", "/console/route/" + what);
        }
        String noting = what.equals("done") ? "&noting=" + URLEncoder.encode(visit, StandardCharsets.UTF_8) : "";
        return "redirect:/console/route?rep=" + rep.id() + noting;
    }

    @PostMapping("/{plan}/late")
    String late(
            @PathVariable UUID plan,
            @RequestParam String rep,
            @RequestParam int minutes,
            @AuthenticationPrincipal Caller caller) {
        if (reps(caller).stream().noneMatch(one -> one.id().equals(rep)) || minutes < 1 || minutes > MOST_LATE) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        report.late(plan, rep, minutes, rep);
        return "redirect:/console/route?rep=" + rep;
    }

    /** Says when the page has become an old one. */
    @GetMapping(path = "/{plan}/revisions", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter revisions(@PathVariable UUID plan, @RequestParam int known) {
        return revisions.of(plan, known);
    }

    /** The rep's best times to offer somebody on the phone. */
    @PostMapping("/{plan}/{visit}/slots")
    String slots(
            @PathVariable UUID plan,
            @PathVariable String visit,
            @RequestParam String rep,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        allowed(rep, caller);
        model.addAttribute("offers", report.offers(plan, visit, rep));
        model.addAttribute("plan", plan);
        model.addAttribute("visit", visit);
        model.addAttribute("rep", rep);
        return "console/route-notes :: offers";
    }

    /** The customer has agreed to a time. */
    @PostMapping("/{plan}/{visit}/agree")
    String agree(
            @PathVariable UUID plan,
            @PathVariable String visit,
            @RequestParam String rep,
            @RequestParam LocalDateTime from,
            @AuthenticationPrincipal Caller caller) {
        allowed(rep, caller);
        report.agree(plan, visit, rep, from, rep);
        return "redirect:/console/route?rep=" + rep;
    }

    /** Makes a secret address for the rep's calendar and shows it this once. */
    @PostMapping("/calendar")
    String calendar(@RequestParam String rep, @AuthenticationPrincipal Caller caller, Model model) {
        allowed(rep, caller);
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/calendar/" + calendars.renew(rep) + ".ics")
                .toUriString();
        model.addAttribute("address", address);
        model.addAttribute("rep", rep);
        return "console/route-notes :: calendar";
    }

    /** Ends the address. */
    @PostMapping("/calendar/end")
    String endCalendar(@RequestParam String rep, @AuthenticationPrincipal Caller caller) {
        allowed(rep, caller);
        calendars.revoke(rep);
        return "redirect:/console/route?rep=" + rep;
    }

    private void allowed(String rep, Caller caller) {
        if (reps(caller).stream().noneMatch(one -> one.id().equals(rep))) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
    }

    /** The rep on whose route the visit stands; one's own for a rep. */
    private Team.FieldRep whose(String visit, Caller caller, Locale locale) {
        return reps(caller).stream()
                .filter(rep -> routes.find(rep, stored.day(), Language.of(locale)).stream()
                        .flatMap(route -> route.stops().stream())
                        .anyMatch(stop -> stop.visit().equals(visit)))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.FORBIDDEN));
    }

    @GetMapping("/progress/{job}")
    String progress(@PathVariable UUID job, HttpServletResponse response, Model model) {
        PlanProgress.Step step =
                progress.of(job).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/console/route"));
        if (step.isFinal() && step.problem().isEmpty()) {
            response.setHeader("HX-Redirect", "/console/route");
        }
        model.addAttribute("step", step);
        model.addAttribute("at", "/console/route/progress/" + job);
        return "console/planning :: progress";
    }

    /** A rep has the own route only; whoever plans sees all. */
    private List<Team.FieldRep> reps(Caller caller) {
        boolean isRep = caller.role().filter(Role.REP::equals).isPresent();
        return team.reps().stream()
                .filter(rep -> !isRep || rep.login().equals(caller.name()))
                .toList();
    }

    /** Why each stop is this rep's and then, and why others are left out: on the page from the beginning, as it goes on without network. */
    private Map<String, List<String>> why(DayRoute route, Map<String, CustomerLine> known, Locale locale) {
        Map<String, String> called = CustomerLine.byVisit(List.of(route), known);
        List<String> visits = Stream.concat(
                        route.stops().stream().map(DayRoute.Stop::visit),
                        route.unplanned().stream().map(DayRoute.Unplanned::visit))
                .toList();
        return visits.isEmpty() ? Map.of() : report.why(route.planId(), visits, called, Language.of(locale));
    }

    private static List<String> ids(DayRoute route) {
        List<String> ids = new ArrayList<>();
        route.stops().forEach(stop -> ids.add(stop.customerId()));
        route.unplanned().forEach(left -> ids.add(left.customerId()));
        return ids;
    }
}
