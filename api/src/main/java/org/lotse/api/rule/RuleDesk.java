package org.lotse.api.rule;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Language;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.read.RuleBundle;
import org.springframework.stereotype.Component;

/** Everything people do with rules, for pages: look, draft, submit, approve, activate, go back. */
@Component
public class RuleDesk {
    private final JdbcRuleSets ruleSets;
    private final JdbcRuleBundles bundles;
    private final JdbcActivations activations;
    private final JdbcDrafts drafts;
    private final EditDrafts edit;
    private final ReleaseDrafts release;
    private final AskForApproval ask;
    private final RuleWorkshop workshop;
    private final TestDrafts tests;
    private final CompiledRules compiled;
    private final Clock clock;

    RuleDesk(
            JdbcRuleSets ruleSets,
            JdbcRuleBundles bundles,
            JdbcActivations activations,
            JdbcDrafts drafts,
            EditDrafts edit,
            ReleaseDrafts release,
            AskForApproval ask,
            RuleWorkshop workshop,
            TestDrafts tests,
            CompiledRules compiled,
            Clock clock) {
        this.ruleSets = ruleSets;
        this.bundles = bundles;
        this.activations = activations;
        this.drafts = drafts;
        this.edit = edit;
        this.release = release;
        this.ask = ask;
        this.workshop = workshop;
        this.tests = tests;
        this.compiled = compiled;
        this.clock = clock;
    }

    /** The content hash of the rules in force. */
    public String active() {
        return ruleSets.active().version();
    }

    /** The company's zone, in which people read times. */
    public ZoneId zone() {
        return ruleSets.active().settings().zone();
    }

    /** The decisions the active rules declare. */
    public List<String> decisions() {
        return List.copyOf(ruleSets.active().vocabulary().decisions().keySet());
    }

    /** The channels of the active rules: what people call each, by key. */
    public Map<String, String> channels(Language language) {
        Map<String, String> titles = new LinkedHashMap<>();
        ruleSets.active()
                .catalogue()
                .channels()
                .forEach((key, channel) ->
                        titles.put(key.value(), channel.title().in(language)));
        return titles;
    }

    /** Since when the active rules are in force, and by whom. */
    public Optional<Activation> activeSince() {
        String version = active();
        Instant now = clock.instant();
        return activations.all().stream()
                .filter(known -> known.version().equals(version))
                .filter(known -> !known.activeFrom().isAfter(now))
                .findFirst();
    }

    /** All activations there were and are planned, the latest decided first. */
    public List<Activation> history() {
        return activations.all();
    }

    /** What has come into force so far, the latest first. */
    public List<Activation> begun() {
        Instant now = clock.instant();
        return activations.all().stream()
                .filter(one -> !one.activeFrom().isAfter(now))
                .sorted(Comparator.comparing(Activation::activeFrom)
                        .thenComparing(Activation::recordedAt)
                        .reversed())
                .toList();
    }

    /** Whether this instance could decide by a version at once. */
    public boolean isReady(String version) {
        return compiled.has(version);
    }

    /**
     * The files of a kept version.
     *
     * @throws ProblemException 404 when there is none
     */
    public RuleBundle version(String version) {
        return bundles.find(version).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_VERSION, version));
    }

    /** What the check finds in these files. */
    public List<Finding> check(RuleBundle bundle) {
        return workshop.check(bundle);
    }

    /** The drafts nobody has activated or discarded, the last changed first. */
    public List<Draft> drafts() {
        return drafts.open();
    }

    /**
     * A draft.
     *
     * @throws ProblemException 404 when there is none
     */
    public Draft draft(UUID id) {
        return drafts.find(id).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_DRAFT, id));
    }

    /**
     * Lets a draft pass that can be compiled.
     *
     * @throws ProblemException 404 when there is none, 409 when it has errors
     */
    public Draft compilable(UUID id) {
        Draft draft = draft(id);
        if (draft.hasErrors()) {
            throw ProblemException.of(RuleProblems.DRAFT_HAS_ERRORS, id);
        }
        return draft;
    }

    /**
     * A draft as it is now, ready to judge.
     *
     * @throws ProblemException 404 when there is none, 409 when it has errors
     */
    public RuleSet compiled(UUID id) {
        return compiled.of(compilable(id).bundle());
    }

    /** The paths in which a draft differs from what it started from. */
    public SortedSet<String> changed(Draft draft) {
        RuleBundle base = version(draft.base());
        SortedSet<String> changed = new TreeSet<>(base.files().keySet());
        changed.addAll(draft.bundle().files().keySet());
        changed.removeIf(path -> same(base.file(path), draft.bundle().file(path)));
        return changed;
    }

    /** Begins a draft of the active rules with one file put in; a bare file name finds the file of that name. */
    public Draft begin(String name, byte[] content, Caller caller) {
        RuleBundle base = edit.base(Optional.empty());
        return edit.begin(base, Map.of(RulePaths.ofPart(name, name, base), content), caller.name());
    }

    /** Puts a file into a draft that is still at this revision. */
    public Draft put(UUID id, String name, byte[] content, long revision, Caller caller) {
        String path = RulePaths.ofPart(name, name, draft(id).bundle());
        return edit.put(id, path, content, revision, caller.name());
    }

    /** Puts a draft that is still at this revision out of sight. */
    public void discard(UUID id, long revision) {
        edit.discard(id, revision);
    }

    /** Begins a draft of exactly the files of an archive. */
    public Draft begin(byte[] archive, Caller caller) {
        return edit.begin(edit.base(Optional.empty()), PackedFiles.received(archive), caller.name());
    }

    /** All files of a kept version, as an archive of a folder. */
    public byte[] archive(String version) {
        return PackedFiles.pack(version(version));
    }

    /** Starts running the examples of a draft; what came of them is the job's result. */
    public UUID test(UUID id, Caller caller, Locale locale) {
        return tests.start(id, caller, locale);
    }

    /** Asks for approval, saying why: at once, or by a job where promises are still to be tried. */
    public Optional<UUID> submit(UUID id, Optional<String> reason, Caller caller, Locale locale) {
        return ask.submit(id, reason, caller, locale);
    }

    /** Approves what others changed: at once, or by a job where promises are still to be tried. */
    public Optional<UUID> approve(UUID id, Caller caller, Locale locale) {
        return ask.approve(id, caller, locale);
    }

    /** Puts an approved draft into force, now or at a time. */
    public Activation activate(UUID id, Optional<Instant> at, Optional<String> reason, Caller caller) {
        return release.activate(id, at, reason, caller);
    }

    /** When a draft is to come into force; empty when nothing is planned. */
    public Optional<Instant> planned(UUID id) {
        return activations.planned(clock.instant()).stream()
                .filter(one -> one.draft().equals(id))
                .map(JdbcActivations.Planned::from)
                .findFirst();
    }

    /** Takes back a planned activation. */
    public Draft withdraw(UUID id, Caller caller) {
        return release.withdraw(id, caller);
    }

    /** Puts an older version into force again, now. */
    public Activation rollBack(String version, Optional<String> reason, Caller caller) {
        return release.rollBack(version, Optional.empty(), reason, caller);
    }

    private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
        return one.isPresent() && other.isPresent() && java.util.Arrays.equals(one.get(), other.get());
    }
}
