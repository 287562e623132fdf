package org.lotse.api.rule;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.trial.ProvePromises;
import org.springframework.stereotype.Component;

/** No draft goes on whose tables break a promise; what has been tried lately is not tried again. Thread-safe. */
@Component
class KeepPromises {
    private static final int REMEMBERED = 50;

    private final RuleWorkshop workshop;
    private final JdbcDrafts drafts;
    private final Clock clock;
    private final Map<String, List<Finding>> tried = new LinkedHashMap<>();

    KeepPromises(RuleWorkshop workshop, JdbcDrafts drafts, Clock clock) {
        this.workshop = workshop;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Lets a draft pass that keeps its promises.
     *
     * @throws ProblemException 409, naming each broken promise with its counter-example; the draft then shows them as
     *     findings
     */
    void require(Draft draft) {
        List<Finding> broken = broken(draft.bundle());
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

    /** What trying finds. */
    List<Finding> broken(RuleBundle bundle) {
        String version = bundle.version();
        synchronized (tried) {
            List<Finding> known = tried.get(version);
            if (known != null) {
                return known;
            }
        }
        List<Finding> found = workshop.prove(bundle);
        synchronized (tried) {
            tried.put(version, found);
            if (tried.size() > REMEMBERED) {
                tried.remove(tried.keySet().iterator().next());
            }
        }
        return found;
    }
}
