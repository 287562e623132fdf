package org.lotse.api.rule;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.rules.read.RuleBundle;

/**
 * A draft as the API shows it.
 *
 * @param draftId unique
 * @param base the version it started from
 * @param version content hash: what it will be called once it is approved
 * @param revision also the ETag
 * @param state EDITING, SUBMITTED, APPROVED or ACTIVATED
 * @param changed the paths that differ from the base
 * @param editors who changed files; none of them may approve
 * @param submittedBy who asked for approval
 * @param approvedBy who approved
 * @param reason why, in the words of whoever submitted it
 * @param changedAt when it last changed
 * @param findings what is wrong with it
 */
record DraftBody(
        UUID draftId,
        String base,
        String version,
        long revision,
        Draft.State state,
        SortedSet<String> changed,
        SortedSet<String> editors,
        Optional<String> submittedBy,
        Optional<String> approvedBy,
        Optional<String> reason,
        Instant changedAt,
        List<FindingBody> findings) {

    static DraftBody of(Draft draft, RuleBundle base, Locale locale) {
        return new DraftBody(
                draft.id(),
                draft.base(),
                draft.version(),
                draft.revision(),
                draft.state(),
                changed(base.files(), draft.bundle().files()),
                new TreeSet<>(draft.editors()),
                draft.submittedBy(),
                draft.approvedBy(),
                draft.reason(),
                draft.changedAt(),
                FindingBody.of(draft.findings(), locale));
    }

    private static SortedSet<String> changed(SortedMap<String, byte[]> before, SortedMap<String, byte[]> after) {
        SortedSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.removeIf(path -> same(before.get(path), after.get(path)));
        return paths;
    }

    private static boolean same(byte @Nullable [] before, byte @Nullable [] after) {
        return before != null && after != null && Arrays.equals(before, after);
    }
}
