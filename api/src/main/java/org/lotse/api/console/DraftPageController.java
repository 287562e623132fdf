package org.lotse.api.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lotse.api.jobs.Job;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.rule.Draft;
import org.lotse.api.rule.RuleDesk;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Scope;
import org.lotse.engine.term.Language;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Severity;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A change on its way: begun, corrected, submitted, approved by somebody else, put into force. */
@Controller
@RequestMapping("/console/rules/drafts")
class DraftPageController {
    private static final int MOST_DIFFERENCES = 60;

    private final RuleDesk desk;
    private final Jobs jobs;
    private final PlanProgress progress;

    DraftPageController(RuleDesk desk, Jobs jobs, PlanProgress progress) {
        this.desk = desk;
        this.jobs = jobs;
        this.progress = progress;
    }

    /** A finding with the file it is in. */
    record Located(String file, boolean inDraft, RuleFileView.Told told) {}

    /** What tells one finding from another; lines move. */
    private record Same(String file, FindingCode code, String message) {
        static Same of(Finding finding) {
            return new Same(finding.place().file(), finding.code(), finding.message());
        }
    }

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller, Model model) {
        ConsolePage.RULES.open(caller);
        model.addAttribute("zone", desk.zone());
        model.addAttribute("mayEdit", caller.may(Scope.RULES_EDIT));
        model.addAttribute("mayRelease", caller.may(Scope.RULES_RELEASE));
        model.addAttribute("me", caller.name());
    }

    /** Begins a draft from an uploaded file. */
    @PostMapping(params = "upload")
    String upload(@RequestParam MultipartFile file, @AuthenticationPrincipal Caller caller) throws IOException {
        RulesPageController.need(caller, Scope.RULES_EDIT);
        String name = nameOf(file);
        return shown(
                name.endsWith(".zip")
                        ? desk.begin(file.getBytes(), caller)
                        : desk.begin(name, file.getBytes(), caller));
    }

    /** Begins a draft from a text typed over a file. */
    @PostMapping(params = "text")
    String type(@RequestParam String path, @RequestParam String text, @AuthenticationPrincipal Caller caller) {
        RulesPageController.need(caller, Scope.RULES_EDIT);
        Draft draft = desk.begin(path, bytes(text), caller);
        return "redirect:/console/rules/drafts/" + draft.id() + "/files/" + path + "?arrived=" + path;
    }

    /** Begins a draft in which a table of the rules in force can be changed. */
    @PostMapping(params = "open")
    String open(@RequestParam String path, @AuthenticationPrincipal Caller caller) {
        RulesPageController.need(caller, Scope.RULES_EDIT);
        byte[] content = desk.version(desk.active())
                .file(path)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", path));
        return "redirect:/console/rules/drafts/"
                + desk.begin(path, content, caller).id() + "/files/" + path;
    }

    @GetMapping("/{id}")
    String draft(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> tests,
            @RequestParam Optional<UUID> work,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        Draft draft = show(id, model);
        model.addAttribute("planned", desk.planned(id));
        model.addAttribute(
                "work",
                work.flatMap(jobs::find)
                        .filter(one -> one.owner().equals(caller.name()))
                        .flatMap(one -> progress.of(one.id()))
                        .orElse(null));
        model.addAttribute("workAt", "/console/rules/drafts/" + id + "/work/" + work.orElse(id));
        Optional<Job> job = tests.flatMap(jobs::find).filter(one -> one.owner().equals(caller.name()));
        model.addAttribute("at", "/console/rules/drafts/" + id + "/tests/" + tests.orElse(id));
        model.addAttribute("step", job.flatMap(one -> progress.of(one.id())).orElse(null));
        model.addAttribute(
                "report",
                job.flatMap(one -> Optional.ofNullable(one.result()))
                        .map(ReadTestReport::of)
                        .orElse(null));
        ReadRuleFile reading = new ReadRuleFile(locale);
        Set<Same> before =
                desk.check(desk.version(draft.base())).stream().map(Same::of).collect(Collectors.toSet());
        model.addAttribute(
                "findings",
                located(draft, reading, finding -> isOfTheChange(finding) || !before.contains(Same.of(finding))));
        model.addAttribute(
                "knownFindings",
                located(draft, reading, finding -> !isOfTheChange(finding) && before.contains(Same.of(finding))));
        model.addAttribute("groups", RulesPageController.groups(draft.bundle(), draft.findings()));
        List<DraftDifference> differences = DraftDifference.between(desk.version(draft.base()), draft.bundle());
        model.addAttribute(
                "differences", differences.stream().limit(MOST_DIFFERENCES).toList());
        model.addAttribute("moreDifferences", Math.max(0, differences.size() - MOST_DIFFERENCES));
        return "console/rules-draft";
    }

    /** An error is never old news: it keeps the draft from going on. */
    private static boolean isOfTheChange(Finding finding) {
        return finding.severity() == Severity.ERROR;
    }

    private static List<Located> located(Draft draft, ReadRuleFile reading, Predicate<Finding> which) {
        return draft.findings().stream()
                .filter(which)
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(one -> one.place().file())
                        .thenComparing(one -> one.place().line()))
                .map(one -> new Located(
                        one.place().file(),
                        draft.bundle().file(one.place().file()).isPresent(),
                        reading.told(one)))
                .toList();
    }

    @GetMapping("/{id}/files/{*path}")
    String file(
            @PathVariable UUID id,
            @PathVariable String path,
            @RequestParam(defaultValue = "") String arrived,
            Model model,
            Locale locale) {
        Draft draft = show(id, model);
        String name = path.substring(1);
        byte[] content =
                draft.bundle().file(name).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", path));
        Optional<byte[]> before = desk.version(draft.base()).file(name);
        model.addAttribute("arrived", arrived);
        model.addAttribute("decisions", desk.decisions());
        model.addAttribute("channels", desk.channels(Language.of(locale)));
        model.addAttribute("isNew", before.isEmpty());
        model.addAttribute("file", new ReadRuleFile(locale).read(name, content, before, draft.findings()));
        return "console/rules-file";
    }

    @GetMapping("/{id}/download/{*path}")
    ResponseEntity<byte[]> download(@PathVariable UUID id, @PathVariable String path) {
        return RulesPageController.saved(desk.draft(id).bundle(), path);
    }

    @PostMapping(path = "/{id}/files", params = "upload")
    String add(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam long revision,
            @AuthenticationPrincipal Caller caller)
            throws IOException {
        RulesPageController.need(caller, Scope.RULES_EDIT);
        return shown(desk.put(id, nameOf(file), file.getBytes(), revision, caller));
    }

    @PostMapping(path = "/{id}/files", params = "text")
    String change(
            @PathVariable UUID id,
            @RequestParam String path,
            @RequestParam String text,
            @RequestParam long revision,
            @AuthenticationPrincipal Caller caller) {
        RulesPageController.need(caller, Scope.RULES_EDIT);
        desk.put(id, path, bytes(text), revision, caller);
        return "redirect:/console/rules/drafts/" + id + "/files/" + path + "?arrived=" + path;
    }

    /** Runs the examples beside the rules. */
    @PostMapping("/{id}/tests")
    String test(@PathVariable UUID id, @AuthenticationPrincipal Caller caller, Locale locale) {
        return "redirect:/console/rules/drafts/" + id + "?tests=" + desk.test(id, caller, locale) + "#tests";
    }

    /** How far they are. */
    @GetMapping("/{id}/tests/{job}")
    String progress(@PathVariable UUID id, @PathVariable UUID job, HttpServletResponse response, Model model) {
        PlanProgress.Step step =
                progress.of(job).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/console/rules"));
        if (step.isFinal()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("step", step);
        model.addAttribute("at", "/console/rules/drafts/" + id + "/tests/" + job);
        return "console/rules-tests :: progress";
    }

    private Draft show(UUID id, Model model) {
        Draft draft = desk.draft(id);
        SortedSet<String> changed = desk.changed(draft);
        model.addAttribute("draft", draft);
        model.addAttribute("changed", changed);
        model.addAttribute("isOutdated", !draft.base().equals(desk.active()));
        return draft;
    }

    private static String nameOf(MultipartFile file) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("").replace('\\', '/');
        String bare = name.substring(name.lastIndexOf('/') + 1);
        if (bare.isBlank()) {
            throw ProblemException.invalid("/file", "MISSING_PARAMETER", "file");
        }
        return bare;
    }

    /** Browsers send the ends of lines as CR LF. */
    private static byte[] bytes(String text) {
        return text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String shown(Draft draft) {
        return "redirect:/console/rules/drafts/" + draft.id();
    }

    /** The way of a draft, step by step. */
    @ModelAttribute("states")
    List<Draft.State> states() {
        return List.of(Draft.State.EDITING, Draft.State.SUBMITTED, Draft.State.APPROVED, Draft.State.ACTIVATED);
    }
}
