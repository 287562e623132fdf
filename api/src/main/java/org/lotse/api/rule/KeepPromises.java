package org.lotse.api.rule;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.trial.ProvePromises;
import org.lotse.rules.trial.TryPromises;
import org.springframework.stereotype.Component;

/** No draft goes on whose tables break a promise. */
@Component
class KeepPromises {
    private final PromiseTrials trials;
    private final JdbcDrafts drafts;
    private final Clock clock;

    KeepPromises(PromiseTrials trials, JdbcDrafts drafts, Clock clock) {
        this.trials = trials;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Whether it is known already. */
    boolean isKnown(Draft draft) {
        return trials.isTried(draft.bundle());
    }

    /**
     * Lets a draft pass that keeps its promises.
     *
     * @throws ProblemException 409, naming each broken promise with its counter-example; the draft then shows them as
     *     findings
     */
    void require(Draft draft, TryPromises.Progress progress) {
        List<Finding> broken = trials.broken(draft.bundle(), progress);
        if (broken.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
            return;
        }
        List<Finding> findings = new ArrayList<>(draft.findings());
        findings.removeIf(finding -> ProvePromises.codes().contains(finding.code()));
        findings.addAll(broken);
        drafts.replace(draft.found(findings, clock.instant()));
        throw ProblemException.of(RuleProblems.PROMISE_BROKEN, draft.id(), broken.size())
                .with(broken.stream()
                        .map(finding -> FieldProblem.worded(
                                "/files/" + finding.place().shown(),
                                finding.code().name(),
                                finding.message()))
                        .toArray(FieldProblem[]::new));
    }
}
