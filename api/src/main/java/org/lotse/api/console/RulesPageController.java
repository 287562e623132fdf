package org.lotse.api.console;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.rule.Draft;
import org.lotse.api.rule.RuleDesk;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Scope;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.read.RuleBundle;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

/** The marketing page: the rules in force, every file readable, and the versions there were. */
@Controller
@RequestMapping("/console/rules")
class RulesPageController {
    private static final int MOST_TITLES = 4;

    private final RuleDesk desk;

    RulesPageController(RuleDesk desk) {
        this.desk = desk;
    }

    /**
     * A file in the list.
     *
     * @param worst the style of its worst finding, empty without any
     */
    record FileLine(String path, String title, long findings, String worst) {}

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller, Model model) {
        ConsolePage.RULES.open(caller);
        model.addAttribute("zone", desk.zone());
        model.addAttribute("mayEdit", caller.may(Scope.RULES_EDIT));
        model.addAttribute("mayRelease", caller.may(Scope.RULES_RELEASE));
    }

    @GetMapping
    String overview(Model model) {
        String version = desk.active();
        RuleBundle bundle = desk.version(version);
        model.addAttribute("version", version);
        model.addAttribute("since", desk.activeSince());
        model.addAttribute("groups", groups(bundle, desk.check(bundle)));
        List<Draft> drafts = desk.drafts();
        model.addAttribute("drafts", drafts);
        model.addAttribute("changedIn", drafts.stream().collect(Collectors.toMap(Draft::id, this::changed)));
        return "console/rules";
    }

    /** The files a draft changes, as people call them. */
    private String changed(Draft draft) {
        List<String> titles = desk.changed(draft).stream()
                .map(path -> ReadRuleFile.title(path, List.of()))
                .toList();
        String more = titles.size() > MOST_TITLES ? " ..." : "";
        return titles.stream().limit(MOST_TITLES).collect(Collectors.joining(", ")) + more;
    }

    @GetMapping("/versions/{version}/files/{*path}")
    String file(@PathVariable String version, @PathVariable String path, Model model, Locale locale) {
        RuleBundle bundle = desk.version(version);
        byte[] content = content(bundle, path);
        model.addAttribute("version", version);
        model.addAttribute("isActive", version.equals(desk.active()));
        model.addAttribute(
                "file",
                new ReadRuleFile(locale).read(path.substring(1), content, Optional.empty(), desk.check(bundle)));
        return "console/rules-file";
    }

    @GetMapping("/versions/{version}/download/{*path}")
    ResponseEntity<byte[]> download(@PathVariable String version, @PathVariable String path) {
        return saved(desk.version(version), path);
    }

    @PostMapping("/versions/{version}/activation")
    String rollBack(
            @PathVariable String version,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Caller caller) {
        need(caller, Scope.RULES_RELEASE);
        desk.rollBack(version, Optional.of(reason.strip()).filter(why -> !why.isEmpty()), caller);
        return "redirect:/console/rules/history";
    }

    /** All files of a version, for a folder. */
    @GetMapping("/versions/{version}/archive")
    ResponseEntity<byte[]> archive(@PathVariable String version) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("rules-" + version.substring(0, Math.min(10, version.length())) + ".zip")
                                .build()
                                .toString())
                .body(desk.archive(version));
    }

    /** The files of a bundle by group; a group without files is left out. */
    static Map<RuleGroup, List<FileLine>> groups(RuleBundle bundle, List<Finding> findings) {
        Map<RuleGroup, List<FileLine>> groups = new EnumMap<>(RuleGroup.class);
        bundle.files().keySet().forEach(path -> {
            List<Finding> own = findings.stream()
                    .filter(one -> one.place().file().equals(path))
                    .toList();
            String worst = own.stream()
                    .map(Finding::severity)
                    .min(java.util.Comparator.naturalOrder())
                    .map(severity -> new RuleFileView.Told(severity.name(), "", "", "").tint())
                    .orElse("");
            groups.computeIfAbsent(RuleGroup.of(path), group -> new ArrayList<>())
                    .add(new FileLine(path, ReadRuleFile.title(path, List.of()), own.size(), worst));
        });
        return groups;
    }

    /** Refuses what needs a right the caller does not have. */
    static void need(Caller caller, Scope scope) {
        if (!caller.may(scope)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, scope.key())
                    .with(FieldProblem.of("", "NEEDS_SCOPE", scope.key()));
        }
    }

    /** A file of a bundle, for saving under its name. */
    static ResponseEntity<byte[]> saved(RuleBundle bundle, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content(bundle, path));
    }

    private static byte[] content(RuleBundle bundle, String path) {
        return bundle.file(path.substring(1))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", path));
    }
}
