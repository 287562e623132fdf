package org.lotse.api.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.read.RuleBundle;

/**
 * Rules somebody is working on.
 *
 * @param id unique
 * @param base the version it started from
 * @param bundle all files, changed or not
 * @param findings what is wrong with them
 * @param revision counts the changes
 * @param state how far it has come
 * @param editors everybody who changed a file of it; none of them may approve it
 * @param madeAt when it was begun
 * @param changedAt when it last changed
 * @param submittedBy who asked for approval
 * @param approvedBy who approved it
 * @param reason why, in the words of whoever submitted it
 */
public record Draft(
        UUID id,
        String base,
        RuleBundle bundle,
        List<Finding> findings,
        long revision,
        State state,
        Set<String> editors,
        Instant madeAt,
        Instant changedAt,
        Optional<String> submittedBy,
        Optional<String> approvedBy,
        Optional<String> reason) {
    public Draft {
        findings = List.copyOf(findings);
        editors = Set.copyOf(editors);
    }

    /** How far a draft has come. */
    public enum State {
        EDITING,
        SUBMITTED,
        APPROVED,
        ACTIVATED,
        /** Nobody wants it any more. */
        DISCARDED;

        /** Whether its files may still change. */
        public boolean isOpen() {
            return this != ACTIVATED && this != DISCARDED;
        }
    }

    /** The content hash of its files: its version once it is approved. */
    public String version() {
        return bundle.version();
    }

    /** Whether anything found forbids using it. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** With other files; what was submitted or approved before is so no longer. */
    Draft edited(RuleBundle files, List<Finding> found, String editor, Instant at) {
        Set<String> everyEditor = new TreeSet<>(editors);
        everyEditor.add(editor);
        return new Draft(
                id,
                base,
                files,
                found,
                revision + 1,
                State.EDITING,
                everyEditor,
                madeAt,
                at,
                Optional.empty(),
                Optional.empty(),
                reason);
    }

    /** On another base, with what was merged; it is in work again. */
    Draft rebased(String onto, RuleBundle files, List<Finding> found, String editor, Instant at) {
        Draft edited = edited(files, found, editor, at);
        return new Draft(
                id,
                onto,
                edited.bundle(),
                edited.findings(),
                edited.revision(),
                edited.state(),
                edited.editors(),
                madeAt,
                at,
                Optional.empty(),
                Optional.empty(),
                reason);
    }

    /** With what a closer look found; it is in work again. */
    Draft found(List<Finding> found, Instant at) {
        return moved(State.EDITING, found, Optional.empty(), Optional.empty(), reason, at);
    }

    Draft submitted(String by, Optional<String> why, Instant at) {
        return moved(State.SUBMITTED, findings, Optional.of(by), Optional.empty(), why, at);
    }

    Draft approved(String by, Instant at) {
        return moved(State.APPROVED, findings, submittedBy, Optional.of(by), reason, at);
    }

    Draft activated(Instant at) {
        return moved(State.ACTIVATED, findings, submittedBy, approvedBy, reason, at);
    }

    /** Approved as before, but not to come into force: its activation was taken back before it began. */
    Draft held(Instant at) {
        return moved(State.APPROVED, findings, submittedBy, approvedBy, reason, at);
    }

    /** No longer wanted. */
    Draft discarded(Instant at) {
        return moved(State.DISCARDED, findings, submittedBy, approvedBy, reason, at);
    }

    private Draft moved(
            State to,
            List<Finding> found,
            Optional<String> submitter,
            Optional<String> approver,
            Optional<String> why,
            Instant at) {
        return new Draft(id, base, bundle, found, revision + 1, to, editors, madeAt, at, submitter, approver, why);
    }
}
