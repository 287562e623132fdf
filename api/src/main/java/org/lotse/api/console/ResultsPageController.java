package org.lotse.api.console;

import java.util.List;
import java.util.Locale;
import org.lotse.api.result.MeasureResults;
import org.lotse.api.security.Caller;
import org.lotse.engine.decision.RuleSets;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For management: what is achieved, at most three figures. */
@Controller
@RequestMapping("/console/results")
class ResultsPageController {
    private static final List<Integer> PERIODS = List.of(30, 90, 365);

    private final MeasureResults measure;
    private final RuleSets ruleSets;

    ResultsPageController(MeasureResults measure, RuleSets ruleSets) {
        this.measure = measure;
        this.ruleSets = ruleSets;
    }

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller) {
        ConsolePage.RESULTS.open(caller);
    }

    @GetMapping
    String results(@RequestParam(defaultValue = "90") int days, Model model, Locale locale) {
        int period = PERIODS.contains(days) ? days : 90;
        model.addAttribute("results", measure.mostImportant(period, locale));
        model.addAttribute("periods", PERIODS);
        model.addAttribute("days", period);
        model.addAttribute("control", ruleSets.active().settings().control());
        return "console/results";
    }
}
