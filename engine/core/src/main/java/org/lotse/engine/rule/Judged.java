package org.lotse.engine.rule;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say about each of many candidates: whether one is stopped is known at once, the verdicts are made when
 * somebody reads them. Immutable to its readers and safe for many threads.
 */
public final class Judged extends Keyed<CandidateRef, Judgement.CandidateJudgement> {
    private final boolean[] stopped;
    private final IntFunction<Judgement.CandidateJudgement> verdicts;

    /**
     * @param candidates about whom
     * @param stopped by place whether some layer stops the candidate; never changed afterwards
     * @param verdicts makes what is said of the candidate at a place; what it makes must agree with {@code stopped}
     */
    public Judged(
            Keys<CandidateRef> candidates, boolean[] stopped, IntFunction<Judgement.CandidateJudgement> verdicts) {
        super(candidates, new Object[candidates.size()]);
        this.stopped = stopped;
        this.verdicts = verdicts;
    }

    /** Whether the rules stop the candidate at a place. */
    public boolean isStopped(int place) {
        return stopped[place];
    }

    @Override
    public Judgement.@Nullable CandidateJudgement at(int place) {
        Judgement.CandidateJudgement known = super.at(place);
        if (known == null) {
            known = verdicts.apply(place);
            put(place, known);
        }
        return known;
    }
}
