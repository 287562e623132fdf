package org.lotse.api.simulation;

import java.util.Optional;
import java.util.Set;
import org.lotse.api.decision.RecordedDecisions.Recorded;
import org.lotse.api.simulation.ReadOutcomes.Outcome;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.TermKey;

/** Counts one decision under both versions. Thread-safe. */
final class CompareOne {
    private final RuleSet active;
    private final RuleSet draft;
    private final String decision;
    private final Set<TermKey> sensitive;
    private final Titles titles;

    CompareOne(RuleSet active, RuleSet draft, String decision, Set<TermKey> sensitive, Titles titles) {
        this.active = active;
        this.draft = draft;
        this.decision = decision;
        this.sensitive = sensitive;
        this.titles = titles;
    }

    void add(Recorded recorded, Optional<Outcome> outcome, TakeAgain before, TakeAgain after, Tally tally) {
        if (recorded.record().isEmpty()) {
            tally.stopped(true, new Taken.Not(recorded.erased() ? Taken.Why.ERASED : Taken.Why.UNREADABLE, ""));
            return;
        }
        DecisionRecord record = recorded.record().get();
        Taken then = before.take(record);
        Taken drafted = after.take(record);
        add(recorded.id(), then, drafted, tally);
        if (then instanceof Taken.Again was && drafted instanceof Taken.Again is) {
            outcome.flatMap(known -> JudgeByOutcomes.judge(was, is, known)).ifPresent(tally.evidence::add);
        }
    }

    void add(String id, Taken before, Taken after, Tally tally) {
        if (after instanceof Taken.Not not) {
            tally.stopped(true, not);
        } else if (before instanceof Taken.Not not) {
            tally.stopped(false, not);
        } else if (before instanceof Taken.Again was && after instanceof Taken.Again is) {
            tally.add(
                    id,
                    was.inputs(),
                    judged(was, active),
                    judged(is, draft),
                    was.predictedAnew() || is.predictedAnew(),
                    sensitive,
                    titles::term);
        }
    }

    private Judged judged(Taken.Again taken, RuleSet rules) {
        var declaration = rules.vocabulary().decisions().get(decision);
        if (declaration == null) {
            throw new IllegalStateException("The rules " + rules.version() + " took the decision \"" + decision
                    + "\", which they do not declare.");
        }
        return Judged.of(taken.decision(), taken.inputs().direction(), declaration, rules);
    }
}
