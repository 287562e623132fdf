package org.lotse.api.console;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.result.Experiment;
import org.lotse.api.result.KeepExperiments;
import org.lotse.api.security.Caller;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.Language;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A/B tests: planned before the first look, shown with intervals that hold at every look, and when to stop. */
@Controller
@RequestMapping("/console/results/experiments")
class ExperimentsPageController {
    private static final double PERCENT = 100;

    private final KeepExperiments keep;
    private final ExperimentCharts charts;
    private final RuleSets rules;

    ExperimentsPageController(KeepExperiments keep, ExperimentCharts charts, RuleSets rules) {
        this.keep = keep;
        this.charts = charts;
        this.rules = rules;
    }

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller) {
        ConsolePage.RESULTS.open(caller);
    }

    @GetMapping
    String all(Model model, Locale locale) {
        model.addAttribute("here", "experiments");
        model.addAttribute("experiments", charts.of(keep.all(locale), locale));
        Map<String, String> events = new TreeMap<>();
        rules.active()
                .vocabulary()
                .events()
                .values()
                .forEach(type -> events.put(type.key(), type.title().in(Language.of(locale))));
        model.addAttribute("events", events);
        return "console/results-experiments";
    }

    @PostMapping
    String keep(
            @RequestParam String title,
            @RequestParam String event,
            @RequestParam String field,
            @RequestParam String control,
            @RequestParam String where,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") List<String> also,
            @RequestParam int days,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam double matters,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        if (title.isBlank()) {
            throw ProblemException.invalid("/title", "MISSING");
        }
        if (days < 1 || !(matters > 0 && matters < PERCENT)) {
            throw ProblemException.invalid(
                    days < 1 ? "/days" : "/matters", "OUT_OF_RANGE", days < 1 ? days : matters, 0, PERCENT);
        }
        keep.keep(
                name(title),
                new Experiment(
                        title.strip(),
                        event,
                        field.isBlank() ? null : field.strip(),
                        control.isBlank() ? null : control.strip(),
                        fields(where),
                        outcome,
                        also.stream().filter(one -> !one.isBlank()).toList(),
                        days,
                        from.map(day -> day.atStartOfDay(
                                                rules.active().settings().zone())
                                        .toInstant())
                                .orElse(null),
                        matters / PERCENT),
                caller.name(),
                locale);
        return "redirect:/console/results/experiments";
    }

    @PostMapping("/{name}/removal")
    String takeAway(@PathVariable String name, @AuthenticationPrincipal Caller caller) {
        keep.takeAway(name, caller.name());
        return "redirect:/console/results/experiments";
    }

    /** {@code campaign = spring, channel = EMAIL}. */
    private static Map<String, String> fields(String where) {
        Map<String, String> fields = new TreeMap<>();
        Arrays.stream(where.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> {
                    int at = part.indexOf('=');
                    if (at < 1) {
                        throw ProblemException.invalid("/where", "BAD_WHERE", part);
                    }
                    fields.put(
                            part.substring(0, at).strip(),
                            part.substring(at + 1).strip());
                });
        return fields;
    }

    static String name(String title) {
        String name = title.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9äöüß]+", "-")
                .replaceAll("^-|-$", "");
        return name.isEmpty() ? "unnamed" : name;
    }
}
