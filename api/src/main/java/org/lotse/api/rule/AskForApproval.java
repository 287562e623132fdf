package org.lotse.api.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.lotse.api.jobs.JobRun;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.security.Caller;
import org.lotse.rules.trial.TryPromises;
import org.springframework.stereotype.Component;

/**
 * Submits and approves drafts. Whether a draft keeps its promises is mostly known by then; where it has to be tried first,
 * a job does so, which tells how far it is and can be cancelled: the draft then stays as it was.
 */
@Component
class AskForApproval {
    private final ReleaseDrafts release;
    private final KeepPromises promises;
    private final Jobs jobs;

    AskForApproval(ReleaseDrafts release, KeepPromises promises, Jobs jobs) {
        this.release = release;
        this.promises = promises;
        this.jobs = jobs;
    }

    /** What came of a job: how far the draft is. */
    record Came(UUID draftId, Draft.State state, long revision) {
        static Came of(Draft draft) {
            return new Came(draft.id(), draft.state(), draft.revision());
        }
    }

    /** A step on the way of a draft, done in the end. */
    private interface Step {
        Draft take(TryPromises.Progress progress);
    }

    /** Submits a draft, at once where that is possible; otherwise the job that does. */
    Optional<UUID> submit(UUID id, Optional<String> reason, Caller caller, Locale locale) {
        return step(
                () -> release.submittable(id),
                "rule-submission",
                progress -> release.submit(id, reason, caller, progress),
                caller,
                locale);
    }

    /** Approves a draft, at once where that is possible; otherwise the job that does. */
    Optional<UUID> approve(UUID id, Caller caller, Locale locale) {
        return step(
                () -> release.approvable(id, caller),
                "rule-approval",
                progress -> release.approve(id, caller, progress),
                caller,
                locale);
    }

    private Optional<UUID> step(Supplier<Draft> allowed, String kind, Step step, Caller caller, Locale locale) {
        if (promises.isKnown(allowed.get())) {
            step.take(TryPromises.Progress.UNHEARD);
            return Optional.empty();
        }
        return Optional.of(jobs.submit(kind, caller.name(), locale, run -> Came.of(step.take(told(run)))));
    }

    private static TryPromises.Progress told(JobRun run) {
        return (share, tried) -> run.progress(share, Integer.toString(tried));
    }
}
