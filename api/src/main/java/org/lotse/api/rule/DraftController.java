package org.lotse.api.rule;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.trial.TryPromises;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of rules, from the first upload to activation. */
@RestController
@RequestMapping("/v1/rules/drafts")
class DraftController {
    private static final int LONGEST_BASE = 100;
    private static final String PREFER = "Prefer";
    private static final String ASYNC = "respond-async";

    private final JdbcDrafts drafts;
    private final EditDrafts edit;
    private final ReleaseDrafts release;
    private final AskForApproval ask;
    private final TestDrafts tests;

    DraftController(JdbcDrafts drafts, EditDrafts edit, ReleaseDrafts release, AskForApproval ask, TestDrafts tests) {
        this.ask = ask;
        this.tests = tests;
        this.drafts = drafts;
        this.edit = edit;
        this.release = release;
    }

    record Drafts(List<DraftBody> items) {}

    @GetMapping
    Drafts open(Locale locale) {
        return new Drafts(
                drafts.open().stream().map(draft -> body(draft, locale)).toList());
    }

    /** Every part with a file is a rule file; the part {@code base} names the version to start from. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DraftBody> begin(HttpServletRequest request, @AuthenticationPrincipal Caller caller, Locale locale)
            throws IOException, ServletException {
        RuleBundle base = edit.base(base(request));
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Part part : request.getParts()) {
            String fileName = part.getSubmittedFileName();
            if (fileName != null) {
                files.put(RulePaths.ofPart(part.getName(), fileName, base), content(part));
            }
        }
        Draft draft = edit.begin(base, files, caller.name());
        return ResponseEntity.created(URI.create("/v1/rules/drafts/" + draft.id()))
                .eTag(tag(draft))
                .body(body(draft, locale));
    }

    @GetMapping("/{id}")
    ResponseEntity<DraftBody> get(@PathVariable UUID id, Locale locale) {
        return answer(find(id), locale);
    }

    @GetMapping("/{id}/files/{*path}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String path) {
        Draft draft = find(id);
        String wanted = RulePaths.checked(path);
        byte[] content = draft.bundle()
                .file(wanted)
                .orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_RULE_FILE, wanted));
        return RuleFiles.answer(wanted, content).eTag(tag(draft)).body(content);
    }

    @PutMapping("/{id}/files/{*path}")
    ResponseEntity<DraftBody> put(
            @PathVariable UUID id,
            @PathVariable String path,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] content,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        byte[] file = content == null ? new byte[0] : content;
        return answer(edit.put(id, RulePaths.checked(path), file, revision(id, ifMatch), caller.name()), locale);
    }

    @DeleteMapping("/{id}/files/{*path}")
    ResponseEntity<DraftBody> remove(
            @PathVariable UUID id,
            @PathVariable String path,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        return answer(edit.remove(id, RulePaths.checked(path), revision(id, ifMatch), caller.name()), locale);
    }

    /** Puts a draft nobody wants any more out of sight. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> discard(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        edit.discard(id, revision(id, ifMatch));
        return ResponseEntity.noContent().build();
    }

    /** Runs the examples of the draft; the job's result says what came of them. */
    @PostMapping("/{id}/tests")
    ResponseEntity<Started> test(@PathVariable UUID id, @AuthenticationPrincipal Caller caller, Locale locale) {
        return Started.answer(tests.start(id, caller, locale));
    }

    /**
     * Why a draft is submitted.
     *
     * @param reason in the words of whoever submits it; appears in the versions
     */
    record Submission(@Nullable String reason) {
        private static final int LONGEST = 300;

        static Optional<String> said(@Nullable Submission sent) {
            Optional<String> reason = Optional.ofNullable(sent)
                    .flatMap(said -> Optional.ofNullable(said.reason()))
                    .map(String::strip)
                    .filter(said -> !said.isEmpty());
            if (reason.isPresent() && reason.get().length() > LONGEST) {
                throw ProblemException.invalid("/reason", "TOO_LONG", LONGEST);
            }
            return reason;
        }
    }

    /**
     * Asks for approval. With {@code Prefer: respond-async} the answer may be 202 with a job, where promises are still to
     * be tried.
     */
    @PostMapping("/{id}/submission")
    ResponseEntity<?> submit(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Submission sent,
            @RequestHeader(name = PREFER, defaultValue = "") String prefer,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        Optional<String> reason = Submission.said(sent);
        if (prefer.contains(ASYNC)) {
            return later(ask.submit(id, reason, caller, locale), id, locale);
        }
        return answer(release.submit(id, reason, caller, TryPromises.Progress.UNHEARD), locale);
    }

    /** Approves what others changed; {@code Prefer: respond-async} as for the submission. */
    @PostMapping("/{id}/approval")
    ResponseEntity<?> approve(
            @PathVariable UUID id,
            @RequestHeader(name = PREFER, defaultValue = "") String prefer,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        if (prefer.contains(ASYNC)) {
            return later(ask.approve(id, caller, locale), id, locale);
        }
        return answer(release.approve(id, caller, TryPromises.Progress.UNHEARD), locale);
    }

    private ResponseEntity<?> later(Optional<UUID> job, UUID id, Locale locale) {
        return job.isPresent() ? Started.answer(job.get()) : answer(find(id), locale);
    }

    @PostMapping("/{id}/activation")
    Activation activate(
            @PathVariable UUID id,
            @RequestBody(required = false) RulesController.@Nullable Begin begin,
            @AuthenticationPrincipal Caller caller) {
        RulesController.Begin sent = RulesController.Begin.orNow(begin);
        return release.activate(id, sent.from(), sent.why(), caller);
    }

    /** Takes back an activation that has not begun. */
    @DeleteMapping("/{id}/activation")
    ResponseEntity<DraftBody> withdraw(@PathVariable UUID id, @AuthenticationPrincipal Caller caller, Locale locale) {
        return answer(release.withdraw(id, caller), locale);
    }

    private ResponseEntity<DraftBody> answer(Draft draft, Locale locale) {
        return ResponseEntity.ok().eTag(tag(draft)).body(body(draft, locale));
    }

    private DraftBody body(Draft draft, Locale locale) {
        return DraftBody.of(draft, edit.base(Optional.of(draft.base())), locale);
    }

    private Draft find(UUID id) {
        return drafts.find(id).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_DRAFT, id));
    }

    private long revision(UUID id, @Nullable String ifMatch) {
        return DraftRevision.of(ifMatch, () -> find(id).revision());
    }

    private static String tag(Draft draft) {
        return "\"" + draft.revision() + "\"";
    }

    private static Optional<String> base(HttpServletRequest request) throws IOException, ServletException {
        Part part = request.getPart("base");
        if (part == null || part.getSubmittedFileName() != null || part.getSize() > LONGEST_BASE) {
            return Optional.empty();
        }
        return Optional.of(new String(content(part), StandardCharsets.UTF_8).strip())
                .filter(version -> !version.isEmpty() && !version.equals("active"));
    }

    private static byte[] content(Part part) throws IOException {
        try (InputStream stream = part.getInputStream()) {
            return stream.readAllBytes();
        }
    }
}
