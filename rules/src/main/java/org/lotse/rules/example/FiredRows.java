package org.lotse.rules.example;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.Verdict;

/** Which rows decided anything. */
final class FiredRows {
    private FiredRows() {}

    static Set<RowRef> of(Decision decision) {
        Judgement judgement = decision.judgement();
        Set<RowRef> rows = new LinkedHashSet<>();
        judgement.conclusions().values().forEach(conclusion -> add(conclusion, rows));
        judgement.candidates().values().forEach(candidate -> of(candidate, rows));
        judgement.channels().forEach(channel -> rows.add(channel.by().row()));
        judgement.added().values().forEach(firings -> add(firings, rows));
        return rows;
    }

    /** The rows that spoke about one candidate. */
    static void of(Judgement.CandidateJudgement candidate, Set<RowRef> rows) {
        candidate.conclusions().values().forEach(conclusion -> add(conclusion, rows));
        for (Verdict verdict : candidate.verdicts()) {
            switch (verdict) {
                case Verdict.Passed(var layer, var because) -> add(because, rows);
                case Verdict.Forbidden(var layer, var by) -> rows.add(by.row());
                case Verdict.NotAllowed ignored -> {}
            }
        }
    }

    static void add(Conclusion conclusion, Set<RowRef> rows) {
        add(conclusion.because(), rows);
    }

    private static void add(List<Firing> firings, Set<RowRef> rows) {
        firings.forEach(firing -> rows.add(firing.row()));
    }
}
