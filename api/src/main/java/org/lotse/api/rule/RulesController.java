package org.lotse.api.rule;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.lotse.rules.read.RuleBundle;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The active rules, every version there ever was, and going back to one. */
@RestController
@RequestMapping("/v1/rules")
class RulesController {
    private final JdbcRuleSets ruleSets;
    private final JdbcRuleBundles bundles;
    private final JdbcActivations activations;
    private final ReleaseDrafts release;
    private final TestDrafts tests;
    private final CompiledRules compiled;
    private final Clock clock;

    RulesController(
            JdbcRuleSets ruleSets,
            JdbcRuleBundles bundles,
            JdbcActivations activations,
            ReleaseDrafts release,
            TestDrafts tests,
            CompiledRules compiled,
            Clock clock) {
        this.ruleSets = ruleSets;
        this.bundles = bundles;
        this.activations = activations;
        this.release = release;
        this.tests = tests;
        this.compiled = compiled;
        this.clock = clock;
    }

    record ActiveRules(String version, Activation activation, List<RuleFiles.Listed> files, List<Activation> planned) {}

    record Versions(List<Version> items) {}

    /** A kept version; {@code ready}: this instance could decide by it at once. */
    record Version(
            String version, State state, boolean ready, String madeBy, Instant madeAt, List<Activation> activations) {
        enum State {
            ACTIVE,
            SCHEDULED,
            APPROVED,
            SUPERSEDED
        }
    }

    /** When a version shall begin, and why; both may be left out. */
    record Begin(@Nullable Instant at, @Nullable String reason) {
        Optional<Instant> from() {
            return Optional.ofNullable(at);
        }

        Optional<String> why() {
            return Optional.ofNullable(reason).filter(text -> !text.isBlank());
        }

        static Begin orNow(@Nullable Begin sent) {
            return sent == null ? new Begin(null, null) : sent;
        }
    }

    @GetMapping
    ActiveRules active() {
        String version = ruleSets.active().version();
        Instant now = clock.instant();
        List<Activation> every = activations.all();
        return new ActiveRules(
                version,
                every.stream()
                        .filter(known -> known.version().equals(version))
                        .filter(known -> !known.activeFrom().isAfter(now))
                        .findFirst()
                        .orElseThrow(() -> unknown(version)),
                RuleFiles.list(bundle(version)),
                every.stream().filter(known -> known.activeFrom().isAfter(now)).toList());
    }

    @GetMapping("/versions")
    Versions versions() {
        String active = ruleSets.active().version();
        Map<String, List<Activation>> byVersion =
                activations.all().stream().collect(Collectors.groupingBy(Activation::version));
        return new Versions(bundles.all().stream()
                .map(kept -> version(kept, active, byVersion.getOrDefault(kept.version(), List.of())))
                .toList());
    }

    @GetMapping("/versions/{version}/files")
    List<RuleFiles.Listed> files(@PathVariable String version) {
        return RuleFiles.list(bundle(named(version)));
    }

    @GetMapping("/versions/{version}/files/{*path}")
    ResponseEntity<byte[]> file(@PathVariable String version, @PathVariable String path) {
        String wanted = RulePaths.checked(path);
        byte[] content = bundle(named(version))
                .file(wanted)
                .orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_RULE_FILE, wanted));
        return RuleFiles.answer(wanted, content)
                .cacheControl(CacheControl.noCache())
                .body(content);
    }

    @PostMapping("/versions/{version}/activation")
    Activation rollBack(
            @PathVariable String version,
            @RequestBody(required = false) @Nullable Begin begin,
            @AuthenticationPrincipal Caller caller) {
        Begin sent = Begin.orNow(begin);
        return release.rollBack(version, sent.from(), sent.why(), caller);
    }

    /** Runs the examples of a kept version, or of the active one. */
    @PostMapping("/versions/{version}/tests")
    ResponseEntity<Started> test(@PathVariable String version, @AuthenticationPrincipal Caller caller, Locale locale) {
        return Started.answer(tests.start(named(version), caller, locale));
    }

    private Version version(JdbcRuleBundles.Kept kept, String active, List<Activation> itsActivations) {
        Instant now = clock.instant();
        boolean planned =
                itsActivations.stream().anyMatch(known -> known.activeFrom().isAfter(now));
        Version.State state = kept.version().equals(active)
                ? Version.State.ACTIVE
                : planned
                        ? Version.State.SCHEDULED
                        : itsActivations.isEmpty() ? Version.State.APPROVED : Version.State.SUPERSEDED;
        return new Version(
                kept.version(), state, compiled.has(kept.version()), kept.madeBy(), kept.madeAt(), itsActivations);
    }

    private String named(String version) {
        return version.equals("active") ? ruleSets.active().version() : version;
    }

    private RuleBundle bundle(String version) {
        return bundles.find(version).orElseThrow(() -> unknown(version));
    }

    private static ProblemException unknown(String version) {
        return ProblemException.of(RuleProblems.UNKNOWN_VERSION, version);
    }
}
