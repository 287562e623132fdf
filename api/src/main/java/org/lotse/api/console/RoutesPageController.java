package org.lotse.api.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.planning.DayRoute;
import org.lotse.api.planning.DayRoutes;
import org.lotse.api.planning.JdbcPlans;
import org.lotse.api.planning.JdbcTeam;
import org.lotse.api.planning.ReportOnRoute;
import org.lotse.api.planning.StoredPlan;
import org.lotse.api.planning.StoredRoutes;
import org.lotse.api.planning.Team;
import org.lotse.api.security.Caller;
import org.lotse.engine.term.Language;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sales lead's day: all routes, what they come to, what was left out, and what giving a visit to somebody else costs. */
@Controller
@RequestMapping("/console/routes")
class RoutesPageController {
    private final DayRoutes routes;
    private final JdbcPlans plans;
    private final JdbcTeam team;
    private final StoredRoutes stored;
    private final ReportOnRoute report;
    private final FindCustomers customers;
    private final ConversationWords words;

    RoutesPageController(
            DayRoutes routes,
            JdbcPlans plans,
            JdbcTeam team,
            StoredRoutes stored,
            ReportOnRoute report,
            FindCustomers customers,
            ConversationWords words) {
        this.routes = routes;
        this.plans = plans;
        this.team = team;
        this.stored = stored;
        this.report = report;
        this.customers = customers;
        this.words = words;
    }

    /**
     * A visit left out.
     *
     * @param help what would bring it in, in words
     */
    record LeftOut(String visit, String customer, String text, List<String> help) {
        LeftOut {
            help = List.copyOf(help);
        }
    }

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller) {
        ConsolePage.ROUTES.open(caller);
    }

    @GetMapping
    String all(Model model, Locale locale) {
        LocalDate day = stored.day();
        Language language = Language.of(locale);
        Optional<StoredPlan> plan = plans.latest(StoredPlan.Kind.ROUTES, day, language);
        List<DayRoute> driven = driven(day, language);
        List<String> ids = new ArrayList<>();
        driven.forEach(route -> route.stops().forEach(stop -> ids.add(stop.customerId())));
        driven.stream().findFirst().ifPresent(route -> route.unplanned().forEach(left -> ids.add(left.customerId())));
        model.addAttribute("day", day);
        model.addAttribute("plan", plan.map(StoredPlan::id));
        model.addAttribute("routes", driven);
        model.addAttribute("reps", team.reps());
        Map<String, CustomerLine> known = customers.byIds(ids);
        model.addAttribute(
                "left",
                driven.isEmpty()
                        ? List.of()
                        : left(driven.getFirst(), plan, CustomerLine.byVisit(driven, known), language));
        model.addAttribute(
                "visits",
                driven.stream().mapToInt(route -> route.stops().size()).sum());
        model.addAttribute(
                "minutes", driven.stream().mapToDouble(DayRoute::travelMinutes).sum());
        model.addAttribute("given", plan.flatMap(StoredPlan::plan).map(json -> json.at("/figures/inOrderGiven")));
        model.addAttribute("customers", known);
        return "console/routes";
    }

    private List<DayRoute> driven(LocalDate day, Language language) {
        List<DayRoute> driven = new ArrayList<>();
        for (Team.FieldRep rep : team.reps()) {
            routes.find(rep, day, language).ifPresent(driven::add);
        }
        return driven;
    }

    /** Why a visit stands where it stands. */
    @GetMapping("/{plan}/{visit}/why")
    String why(@PathVariable UUID plan, @PathVariable String visit, Model model, Locale locale) {
        Language language = Language.of(locale);
        List<DayRoute> driven = driven(stored.day(), language);
        List<String> ids = driven.stream()
                .flatMap(route -> route.stops().stream())
                .map(DayRoute.Stop::customerId)
                .toList();
        Map<String, String> called = CustomerLine.byVisit(driven, customers.byIds(ids));
        model.addAttribute(
                "reasons", report.why(plan, List.of(visit), called, language).getOrDefault(visit, List.of()));
        return "console/routes :: why";
    }

    private List<LeftOut> left(DayRoute any, Optional<StoredPlan> plan, Map<String, String> called, Language language) {
        List<String> visits =
                any.unplanned().stream().map(DayRoute.Unplanned::visit).toList();
        Map<String, List<String>> why =
                visits.isEmpty() ? Map.of() : report.why(any.planId(), visits, called, language);
        return any.unplanned().stream()
                .map(left -> new LeftOut(
                        left.visit(),
                        left.customerId(),
                        why.getOrDefault(left.visit(), List.of()).stream()
                                .findFirst()
                                .orElse(left.text()),
                        plan.flatMap(StoredPlan::plan)
                                .map(json -> routes.help(json, left.visit()))
                                .orElse(List.of())))
                .toList();
    }

    @PostMapping("/{plan}/{visit}/give")
    String give(
            @PathVariable UUID plan,
            @PathVariable String visit,
            @RequestParam String rep,
            @RequestParam(defaultValue = "false") boolean really,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        if (really) {
            report.give(plan, visit, rep, caller.name());
            response.setHeader("HX-Redirect", "/console/routes");
        }
        ReportOnRoute.Effect effect = report.priceOfGiving(plan, visit, rep);
        model.addAttribute("effect", effect);
        model.addAttribute("amount", words.money(Math.abs(effect.extraCost()), locale));
        model.addAttribute("at", "/console/routes/" + plan + "/" + visit + "/give?really=true&rep=" + rep);
        return "console/routes :: price";
    }
}
