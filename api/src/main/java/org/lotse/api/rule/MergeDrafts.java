package org.lotse.api.rule;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.rules.change.Change;
import org.lotse.rules.change.CompareBundles;
import org.lotse.rules.change.Conflict;
import org.lotse.rules.change.MergeBundles;
import org.lotse.rules.read.RuleBundle;
import org.springframework.stereotype.Component;

/**
 * Brings a draft up to the rules in force when others were activated since it was begun: what only one side changed is
 * taken, cell by cell; for the rest somebody says what to take. The draft then waits for approval anew.
 */
@Component
public class MergeDrafts {
    private final JdbcDrafts drafts;
    private final JdbcRuleBundles bundles;
    private final JdbcRuleSets ruleSets;
    private final EditDrafts edit;

    MergeDrafts(JdbcDrafts drafts, JdbcRuleBundles bundles, JdbcRuleSets ruleSets, EditDrafts edit) {
        this.drafts = drafts;
        this.bundles = bundles;
        this.ruleSets = ruleSets;
        this.edit = edit;
    }

    /**
     * A draft beside the rules in force.
     *
     * @param active the version in force
     * @param conflicts what both changed in different ways
     * @param theirs what came into force since the draft was begun
     * @param mine what the draft changes in the rules in force, without the conflicts
     */
    public record Merging(
            Draft draft, String active, List<Conflict> conflicts, List<Change> theirs, List<Change> mine) {
        public Merging {
            conflicts = List.copyOf(conflicts);
            theirs = List.copyOf(theirs);
            mine = List.copyOf(mine);
        }
    }

    /** What merging a draft would do. */
    public Merging look(UUID id) {
        Draft draft = find(id);
        RuleBundle active = active();
        MergeBundles.Merged merged = merged(draft, active, Map.of());
        return new Merging(
                draft,
                active.version(),
                merged.open(),
                CompareBundles.compare(bundle(draft.base()), active),
                CompareBundles.compare(active, merged.bundle()));
    }

    /**
     * The draft on the rules in force.
     *
     * @param taken per conflict's id what to take
     * @throws ProblemException 409, naming each conflict with its id, when one is not resolved
     */
    public Draft merge(UUID id, long revision, Map<String, Conflict.Take> taken, String editor) {
        Draft draft = find(id);
        RuleBundle active = active();
        MergeBundles.Merged merged = merged(draft, active, taken);
        if (!merged.open().isEmpty()) {
            throw ProblemException.of(
                            RuleProblems.MERGE_CONFLICT, id, merged.open().size())
                    .with(merged.open().stream()
                            .map(conflict -> FieldProblem.of(
                                    "/take/" + conflict.id(),
                                    "MERGE_CONFLICT",
                                    conflict.file(),
                                    conflict.place(),
                                    conflict.base(),
                                    conflict.mine(),
                                    conflict.theirs()))
                            .toArray(FieldProblem[]::new));
        }
        return edit.rebase(id, revision, active.version(), merged.bundle(), editor);
    }

    private Draft find(UUID id) {
        return drafts.find(id).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_DRAFT, id));
    }

    private RuleBundle active() {
        return bundle(ruleSets.active().version());
    }

    private MergeBundles.Merged merged(Draft draft, RuleBundle active, Map<String, Conflict.Take> taken) {
        return new MergeBundles(bundle(draft.base()), draft.bundle(), active, taken).merge();
    }

    private RuleBundle bundle(String version) {
        return bundles.find(version).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_VERSION, version));
    }
}
