package org.lotse.models.uplift;

import java.util.Map;
import org.lotse.models.evaluation.Candidate;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.Member;

/**
 * A way to predict uplift, with what would serve it.
 *
 * @param name what the report calls it
 * @param moves whether it says how the treatment moves what everybody does
 * @param arms the probability of each row out of fold, as treated and as not
 * @param evaluation how well it orders rows
 * @param members what serves it, at least {@link Member#TREATED} and {@link Member#CONTROL}
 */
public record Way(
        String name, Moves moves, double[][] arms, Evaluation.Uplifts evaluation, Map<String, Member> members) {
    /** Whether a way says, alone or with another, how the treatment moves what everybody does. */
    public enum Moves {
        UNSAID,
        /** All of them alike: out of fold no trees said it better beyond noise. */
        ALIKE,
        EACH
    }

    /** Whether it serves unless another one is better beyond noise. */
    boolean isUsual() {
        return moves != Moves.UNSAID;
    }

    /** Of what the way says of the group that the row is in. */
    double loss(int row, Campaign campaign) {
        return Evaluate.loss(
                arms[campaign.isTreated(row) ? 0 : 1][row], campaign.rows().targets()[row]);
    }

    double qini() {
        return evaluation.qini().value();
    }

    /** What the report says of it. */
    public Candidate candidate() {
        return new Candidate(name + ", Qini", qini());
    }
}
