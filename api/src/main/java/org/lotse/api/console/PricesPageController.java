package org.lotse.api.console;

import java.util.Locale;
import org.lotse.api.price.LimitsView;
import org.lotse.api.price.ShowLimits;
import org.lotse.api.security.Caller;
import org.lotse.engine.decision.RuleSets;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** What scarce capacities cost, and what each limit the business has set costs it per week. */
@Controller
@RequestMapping("/console/prices")
class PricesPageController {
    private final ShowLimits show;
    private final RuleSets ruleSets;

    PricesPageController(ShowLimits show, RuleSets ruleSets) {
        this.show = show;
        this.ruleSets = ruleSets;
    }

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller) {
        ConsolePage.PRICES.open(caller);
    }

    @GetMapping
    String prices(Model model, Locale locale) {
        LimitsView limits = show.show(locale);
        model.addAttribute("limits", limits);
        model.addAttribute("zone", ruleSets.active().settings().zone());
        model.addAttribute(
                "total",
                limits.limits().stream()
                        .mapToDouble(LimitsView.LimitView::costPerWeek)
                        .sum());
        return "console/prices";
    }
}
