package org.lotse.api.console;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lotse.api.result.AssessMaturity;
import org.lotse.api.result.MaturityMap;
import org.lotse.api.result.MeasureResults;
import org.lotse.api.result.ShowResults;
import org.lotse.api.security.Caller;
import org.lotse.engine.decision.RuleSets;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For management: what is achieved, at most three figures for each role, and what to do with data next. */
@Controller
@RequestMapping("/console/results")
class ResultsPageController {
    private static final List<Integer> PERIODS = List.of(30, 90, 365);

    private final ShowResults show;
    private final MeasureResults measure;
    private final AssessMaturity maturity;
    private final KpiCards cards;
    private final RuleSets ruleSets;
    private final Clock clock;

    ResultsPageController(
            ShowResults show,
            MeasureResults measure,
            AssessMaturity maturity,
            KpiCards cards,
            RuleSets ruleSets,
            Clock clock) {
        this.show = show;
        this.measure = measure;
        this.maturity = maturity;
        this.cards = cards;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller) {
        ConsolePage.RESULTS.open(caller);
    }

    /** The key figures of a role. */
    @GetMapping
    String results(
            @RequestParam(defaultValue = "management") String role,
            @RequestParam Optional<String> period,
            Model model,
            Locale locale) {
        ShowResults.View view = show.of(role, period.filter(text -> !text.isBlank()), locale);
        model.addAttribute("here", "figures");
        model.addAttribute("view", view);
        model.addAttribute("roles", show.roles(locale));
        model.addAttribute("zone", zone());
        model.addAttribute("cards", cards.of(view, locale));
        LocalDate until = LocalDate.ofInstant(view.from(), zone());
        model.addAttribute("baselineFrom", until.minusYears(1));
        model.addAttribute("baselineUntil", until);
        return "console/results";
    }

    /** Keeps what the shown figures were in a time as their baselines. */
    @PostMapping("/baselines")
    String keep(
            @RequestParam String role,
            @RequestParam String period,
            @RequestParam List<String> kpi,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @AuthenticationPrincipal Caller caller) {
        kpi.forEach(key -> show.keepMeasured(
                key,
                from.atStartOfDay(zone()).toInstant(),
                until.atStartOfDay(zone()).toInstant(),
                caller.name()));
        return "redirect:/console/results?role=" + role + "&period=" + period;
    }

    @GetMapping("/control-group")
    String controlGroup(@RequestParam(defaultValue = "90") int days, Model model, Locale locale) {
        int period = PERIODS.contains(days) ? days : 90;
        model.addAttribute("here", "control");
        model.addAttribute("results", measure.mostImportant(period, locale));
        model.addAttribute("periods", PERIODS);
        model.addAttribute("days", period);
        model.addAttribute("control", ruleSets.active().settings().control());
        return "console/results-control";
    }

    @GetMapping("/maturity")
    String maturity(Model model, Locale locale) {
        model.addAttribute("here", "maturity");
        model.addAttribute("map", maturity.assess(locale));
        model.addAttribute("stages", new ArrayList<>(List.of(MaturityMap.Stage.values())));
        return "console/results-maturity";
    }

    private ZoneId zone() {
        return ruleSets.active().settings().zone();
    }
}
