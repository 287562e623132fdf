package org.lotse.api.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.rule.Activation;
import org.lotse.api.rule.Draft;
import org.lotse.api.rule.MergeDrafts;
import org.lotse.api.rule.RuleDesk;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Scope;
import org.lotse.rules.change.Conflict;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A draft whose base is no longer in force: what others changed, what it changes, and what both changed. */
@Controller
@RequestMapping("/console/rules/drafts/{id}/merge")
class MergePageController {
    private static final int MOST_DIFFERENCES = 60;
    private static final String TAKE = "take.";

    private final RuleDesk desk;
    private final MergeDrafts merge;

    MergePageController(RuleDesk desk, MergeDrafts merge) {
        this.desk = desk;
        this.merge = merge;
    }

    /**
     * A place that both changed.
     *
     * @param kind CELL, LINE, ROW or FILE
     * @param taken MINE, THEIRS, or empty as long as nobody has said
     */
    record Choice(
            String id,
            String kind,
            String file,
            String where,
            String name,
            String heading,
            String base,
            String theirs,
            String mine,
            String taken) {
        static Choice of(Conflict conflict, String taken) {
            String kind = conflict.isWholeFile()
                    ? "FILE"
                    : conflict.isWholeRow()
                            ? "ROW"
                            : Character.isDigit(conflict.place().charAt(0)) ? "LINE" : "CELL";
            return new Choice(
                    conflict.id(),
                    kind,
                    conflict.file(),
                    (conflict.sheet() + " " + conflict.place()).strip(),
                    conflict.name(),
                    conflict.heading(),
                    conflict.base(),
                    conflict.theirs(),
                    conflict.mine(),
                    taken);
        }
    }

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller, Model model) {
        ConsolePage.RULES.open(caller);
        model.addAttribute("zone", desk.zone());
        model.addAttribute("mayEdit", caller.may(Scope.RULES_EDIT));
    }

    @GetMapping
    String page(@PathVariable UUID id, Model model) {
        return shown(id, Map.of(), false, model);
    }

    /** Merges as said; what nobody has said, or what has changed meanwhile, is asked once more. */
    @PostMapping
    String merge(
            @PathVariable UUID id,
            @RequestParam long revision,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        RulesPageController.need(caller, Scope.RULES_EDIT);
        Map<String, Conflict.Take> taken = taken(sent);
        boolean open = merge.look(id).conflicts().stream().anyMatch(one -> !taken.containsKey(one.id()));
        if (open) {
            return shown(id, taken, true, model);
        }
        Draft merged = merge.merge(id, revision, taken, caller.name());
        return "redirect:/console/rules/drafts/" + merged.id();
    }

    private static Map<String, Conflict.Take> taken(Map<String, String> sent) {
        Map<String, Conflict.Take> taken = new HashMap<>();
        sent.forEach((name, value) -> {
            for (Conflict.Take take : Conflict.Take.values()) {
                if (name.startsWith(TAKE) && take.name().equals(value)) {
                    taken.put(name.substring(TAKE.length()), take);
                }
            }
        });
        return taken;
    }

    private String shown(UUID id, Map<String, Conflict.Take> taken, boolean asked, Model model) {
        MergeDrafts.Merging merging = merge.look(id);
        List<DraftDifference> theirs = DraftDifference.of(merging.theirs());
        List<DraftDifference> mine = DraftDifference.of(merging.mine());
        model.addAttribute("draft", merging.draft());
        model.addAttribute("isOutdated", !merging.draft().base().equals(merging.active()));
        model.addAttribute("asked", asked);
        model.addAttribute(
                "choices",
                merging.conflicts().stream()
                        .map(one -> Choice.of(
                                one,
                                Optional.ofNullable(taken.get(one.id()))
                                        .map(Conflict.Take::name)
                                        .orElse("")))
                        .toList());
        model.addAttribute("since", since(merging.draft()));
        model.addAttribute("theirs", theirs.stream().limit(MOST_DIFFERENCES).toList());
        model.addAttribute("moreTheirs", Math.max(0, theirs.size() - MOST_DIFFERENCES));
        model.addAttribute("mine", mine.stream().limit(MOST_DIFFERENCES).toList());
        model.addAttribute("moreMine", Math.max(0, mine.size() - MOST_DIFFERENCES));
        return "console/rules-merge";
    }

    /** What came into force after the version the draft started from, the latest first. */
    private List<Activation> since(Draft draft) {
        return desk.begun().stream()
                .takeWhile(one -> !one.version().equals(draft.base()))
                .toList();
    }
}
