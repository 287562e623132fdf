package org.lotse.api.rule;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.rules.read.RuleBundle;
import org.springframework.stereotype.Component;

/** Begins drafts and changes their files; every change is checked at once. */
@Component
class EditDrafts {
    private final JdbcDrafts drafts;
    private final JdbcRuleBundles bundles;
    private final JdbcRuleSets ruleSets;
    private final RuleWorkshop workshop;
    private final PromiseTrials promises;
    private final Clock clock;

    EditDrafts(
            JdbcDrafts drafts,
            JdbcRuleBundles bundles,
            JdbcRuleSets ruleSets,
            RuleWorkshop workshop,
            PromiseTrials promises,
            Clock clock) {
        this.drafts = drafts;
        this.bundles = bundles;
        this.ruleSets = ruleSets;
        this.workshop = workshop;
        this.promises = promises;
        this.clock = clock;
    }

    /** The kept version a draft shall start from: the named one or the active one. */
    RuleBundle base(Optional<String> version) {
        String wanted = version.orElseGet(() -> ruleSets.active().version());
        return bundles.find(wanted).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_VERSION, wanted));
    }

    /** A new draft: the base with these files put in. */
    Draft begin(RuleBundle base, Map<String, byte[]> files, String editor) {
        RuleBundle bundle = base;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            bundle = bundle.with(file.getKey(), file.getValue());
        }
        return begin(base, bundle, editor);
    }

    /** A new draft of exactly these files. */
    Draft begin(RuleBundle base, RuleBundle bundle, String editor) {
        Instant now = clock.instant();
        Draft draft = new Draft(
                UUID.randomUUID(),
                base.version(),
                bundle,
                workshop.check(bundle),
                1,
                Draft.State.EDITING,
                Set.of(editor),
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        drafts.add(draft);
        tryPromises(draft);
        return draft;
    }

    /** Puts in or replaces one file. */
    Draft put(UUID id, String path, byte[] content, long revision, String editor) {
        return change(id, revision, editor, bundle -> bundle.with(path, content));
    }

    /** Takes one file out. */
    Draft remove(UUID id, String path, long revision, String editor) {
        return change(id, revision, editor, bundle -> {
            if (!bundle.files().containsKey(path)) {
                throw ProblemException.of(RuleProblems.UNKNOWN_RULE_FILE, path);
            }
            return bundle.without(path);
        });
    }

    /** Puts a draft nobody wants any more out of sight. */
    void discard(UUID id, long revision) {
        Draft draft = editable(id, revision);
        if (!drafts.replace(draft.discarded(clock.instant()))) {
            throw ProblemException.of(ProblemKind.CHANGED_MEANWHILE, draft.revision());
        }
    }

    /** Puts other files in the place of all of them. */
    Draft replace(UUID id, long revision, RuleBundle files, String editor) {
        return change(id, revision, editor, bundle -> files);
    }

    /** Puts the draft on another base, with the files merged. */
    Draft rebase(UUID id, long revision, String base, RuleBundle files, String editor) {
        Draft draft = editable(id, revision);
        return store(draft.rebased(base, files, workshop.check(files), editor, clock.instant()));
    }

    private Draft change(UUID id, long revision, String editor, Function<RuleBundle, RuleBundle> changing) {
        Draft draft = editable(id, revision);
        RuleBundle bundle = changing.apply(draft.bundle());
        return store(draft.edited(bundle, workshop.check(bundle), editor, clock.instant()));
    }

    private Draft editable(UUID id, long revision) {
        Draft draft = drafts.find(id).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_DRAFT, id));
        if (draft.revision() != revision) {
            throw ProblemException.of(ProblemKind.CHANGED_MEANWHILE, draft.revision());
        }
        if (!draft.state().isOpen()) {
            throw ProblemException.of(RuleProblems.DRAFT_STATE, id, draft.state());
        }
        return draft;
    }

    private Draft store(Draft edited) {
        if (!drafts.replace(edited)) {
            throw ProblemException.of(ProblemKind.CHANGED_MEANWHILE, edited.revision());
        }
        tryPromises(edited);
        return edited;
    }

    private void tryPromises(Draft draft) {
        if (!draft.hasErrors()) {
            promises.begin(draft.bundle());
        }
    }
}
