package org.lotse.engine.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.term.TermKey;

/**
 * What a rule bundle says about one subject.
 *
 * @param conclusions every rule term of the subject's type
 * @param candidates per candidate what the rules say
 * @param channels channels the rules ask for or forbid for this subject
 * @param added actions the rules put forward explicitly ("add action care-call"), with the rows that did
 * @param degraded what could not be judged, by stable code: {@code UNIQUE_TABLE_HIT_TWICE:tables/x.csv}
 */
public record Judgement(
        Map<TermKey, Conclusion> conclusions,
        Map<CandidateRef, CandidateJudgement> candidates,
        List<ChannelRule> channels,
        Map<ActionKey, List<Firing>> added,
        List<String> degraded) {
    public Judgement {
        conclusions = Keyed.copyOf(conclusions);
        candidates = Keyed.copyOf(candidates);
        channels = List.copyOf(channels);
        added = Map.copyOf(added);
        degraded = List.copyOf(degraded);
    }

    /**
     * What the rules say about one candidate.
     *
     * @param verdicts one per layer, in order; layers after the first that stopped it are not asked
     * @param conclusions rule terms of the pair or the candidate: {@code skill-fit}
     */
    public record CandidateJudgement(List<Verdict> verdicts, Map<TermKey, Conclusion> conclusions) {
        public CandidateJudgement {
            verdicts = List.copyOf(verdicts);
            conclusions = Map.copyOf(conclusions);
        }

        /** The layer that stopped the candidate, if one did. */
        public Optional<Verdict> stoppedBy() {
            for (int layer = 0; layer < verdicts.size(); layer++) {
                if (!(verdicts.get(layer) instanceof Verdict.Passed)) {
                    return Optional.of(verdicts.get(layer));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A channel the rules ask for or forbid.
     *
     * @param channel which
     * @param forbidden true: it must not be used; false: if any channel is asked for, only those are used
     * @param by the row
     */
    public record ChannelRule(ChannelKey channel, boolean forbidden, Firing by) {}
}
