package org.lotse.api.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.result.Investment;
import org.lotse.api.result.KeepInvestments;
import org.lotse.api.security.Caller;
import org.lotse.engine.decision.RuleSets;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was invested and what comes back: cautiously, realistically, hopefully. */
@Controller
@RequestMapping("/console/results/returns")
class InvestmentsPageController {
    private static final int LINES = 4;

    private final KeepInvestments keep;
    private final RuleSets rules;

    InvestmentsPageController(KeepInvestments keep, RuleSets rules) {
        this.keep = keep;
        this.rules = rules;
    }

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller) {
        ConsolePage.RESULTS.open(caller);
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("here", "returns");
        model.addAttribute("investments", keep.all());
        model.addAttribute("currency", rules.active().settings().currency().getCurrencyCode());
        model.addAttribute("lines", LINES);
        return "console/results-returns";
    }

    /** The lines of the form stand in the order they are filled in; a line without a title is left out. */
    @PostMapping
    String keep(
            @RequestParam String title,
            @RequestParam String cost,
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        Double put = amount("/cost", cost);
        if (title.isBlank() || put == null) {
            throw ProblemException.invalid(title.isBlank() ? "/title" : "/cost", "MISSING");
        }
        if (!(put > 0)) {
            throw ProblemException.invalid("/cost", "OUT_OF_RANGE", put, 0, "∞");
        }
        List<Investment.Benefit> benefits = new ArrayList<>();
        for (int line = 0; line < LINES; line++) {
            String what = text(form, "benefit" + line);
            Double realistic = amount("/realistic" + line, text(form, "realistic" + line));
            if (!what.isEmpty() && realistic != null) {
                benefits.add(new Investment.Benefit(
                        what,
                        amount("/conservative" + line, text(form, "conservative" + line)),
                        realistic,
                        amount("/optimistic" + line, text(form, "optimistic" + line))));
            }
        }
        if (benefits.isEmpty()) {
            throw ProblemException.invalid("/benefit0", "MISSING");
        }
        keep.keep(ExperimentsPageController.name(title), new Investment(title.strip(), put, benefits), caller.name());
        return "redirect:/console/results/returns";
    }

    @PostMapping("/{name}/removal")
    String takeAway(@PathVariable String name, @AuthenticationPrincipal Caller caller) {
        keep.takeAway(name, caller.name());
        return "redirect:/console/results/returns";
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        String text = form.getFirst(field);
        return text == null ? "" : text.strip();
    }

    private static @Nullable Double amount(String pointer, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return Double.valueOf(text.strip());
        } catch (NumberFormatException bad) {
            throw ProblemException.invalid(pointer, "NO_NUMBER", text);
        }
    }
}
