package org.lotse.api.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.rule.EditTables;
import org.lotse.api.rule.TableBody;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Scope;
import org.lotse.api.simulation.RowShares;
import org.lotse.api.simulation.TryDraft;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What the table editor of a draft asks for while somebody types. */
@Controller
@RequestMapping("/console/rules/drafts/{id}")
class TablePageController {
    private final EditTables tables;
    private final RowShares shares;
    private final TryDraft tryDraft;

    TablePageController(EditTables tables, RowShares shares, TryDraft tryDraft) {
        this.tables = tables;
        this.shares = shares;
        this.tryDraft = tryDraft;
    }

    @GetMapping("/tables/{*path}")
    @ResponseBody
    TableBody table(
            @PathVariable UUID id, @PathVariable String path, @AuthenticationPrincipal Caller caller, Locale locale) {
        ConsolePage.RULES.open(caller);
        return tables.show(id, path.substring(1), locale);
    }

    /** What a sentence of a file may be made of. */
    @GetMapping("/words/{*path}")
    @ResponseBody
    List<String> words(@PathVariable UUID id, @PathVariable String path, @AuthenticationPrincipal Caller caller) {
        ConsolePage.RULES.open(caller);
        return tables.words(id, path.substring(1));
    }

    /** Puts a changed table into the draft that is still at this revision. */
    @PutMapping("/tables/{*path}")
    @ResponseBody
    TableBody put(
            @PathVariable UUID id,
            @PathVariable String path,
            @RequestParam long revision,
            @RequestBody TableBody.Change change,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        RulesPageController.need(caller, Scope.RULES_EDIT);
        return tables.put(id, path.substring(1), change, revision, caller, locale);
    }

    /** For which part of the known customers each row of a file decides anything, in percent; none while it has errors. */
    @GetMapping("/shares/{*path}")
    ResponseEntity<Map<String, Double>> shares(
            @PathVariable UUID id, @PathVariable String path, @AuthenticationPrincipal Caller caller) {
        ConsolePage.RULES.open(caller);
        Map<String, Double> percent = new LinkedHashMap<>();
        try {
            shares.of(id, path.substring(1)).forEach((row, share) -> percent.put(row, share.percent()));
        } catch (ProblemException hasErrors) {
            if (hasErrors.kind().status() != HttpStatus.CONFLICT) {
                throw hasErrors;
            }
        }
        return ResponseEntity.ok(percent);
    }

    /** What the draft decides about one customer, beside what the rules in force do. */
    @GetMapping("/try")
    String tried(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "next-best-action") String decision,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam Optional<String> channel,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        RulesPageController.need(caller, Scope.SIMULATE);
        model.addAttribute(
                "tried", customer.isBlank() ? null : tryDraft.tried(id, decision, customer, channel, locale));
        return "console/rules-try :: tried";
    }
}
