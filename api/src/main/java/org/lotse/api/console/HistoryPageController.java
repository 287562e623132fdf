package org.lotse.api.console;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lotse.api.rule.Activation;
import org.lotse.api.rule.RuleDesk;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Scope;
import org.lotse.rules.read.RuleBundle;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every version that was ever in force: who, when, why, and what differs, cell by cell. */
@Controller
@RequestMapping("/console/rules/history")
class HistoryPageController {
    private static final int MOST_DIFFERENCES = 500;

    private final RuleDesk desk;
    private final Clock clock;

    HistoryPageController(RuleDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * A version coming into force.
     *
     * @param before what was in force until then; empty for the first
     * @param isCurrent whether it is in force now
     * @param isPlanned whether it has yet to begin
     */
    record Line(Activation activation, Optional<String> before, boolean isCurrent, boolean isPlanned) {}

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller, Model model) {
        ConsolePage.RULES.open(caller);
        model.addAttribute("zone", desk.zone());
        model.addAttribute("mayRelease", caller.may(Scope.RULES_RELEASE));
    }

    @GetMapping
    String history(Model model) {
        model.addAttribute("active", desk.active());
        model.addAttribute("history", lines());
        return "console/rules-history";
    }

    /** What differs between two versions. */
    @GetMapping("/differences")
    String differences(@RequestParam String from, @RequestParam String to, Model model) {
        RuleBundle before = desk.version(from);
        RuleBundle after = desk.version(to);
        List<DraftDifference> all = DraftDifference.between(before, after);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("history", lines());
        model.addAttribute("count", all.size());
        model.addAttribute(
                "files",
                DraftDifference.byFile(all.stream().limit(MOST_DIFFERENCES).toList()));
        model.addAttribute("more", Math.max(0, all.size() - MOST_DIFFERENCES));
        return "console/rules-differences";
    }

    private List<Line> lines() {
        Instant now = clock.instant();
        List<Line> lines = new ArrayList<>();
        for (Activation planned : desk.history()) {
            if (planned.activeFrom().isAfter(now)) {
                lines.add(new Line(planned, Optional.of(desk.active()), false, true));
            }
        }
        List<Activation> begun = desk.begun();
        for (int at = 0; at < begun.size(); at++) {
            Optional<String> before =
                    at + 1 < begun.size() ? Optional.of(begun.get(at + 1).version()) : Optional.empty();
            lines.add(new Line(begun.get(at), before, at == 0, false));
        }
        return lines;
    }
}
