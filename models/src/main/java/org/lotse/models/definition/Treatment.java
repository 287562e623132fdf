package org.lotse.models.definition;

/**
 * Which rows of an uplift model were treated.
 *
 * @param column the column, or the field of the observed event
 * @param treated its value for treated rows
 * @param control its value for the control group; rows with neither are left out
 * @param effect how decisions read the uplift
 * @param learner in which way uplift is learned
 */
public record Treatment(String column, String treated, String control, Effect effect, Learner learner) {
    public Treatment(String column, String treated, String control) {
        this(column, treated, control, Effect.DIFFERENCE, Learner.AUTO);
    }

    /** In which way uplift is learned. */
    public enum Learner {
        /** Whichever says best out of fold what happened, among those that earn their time. */
        AUTO,
        /** One model of everybody in which the treatment is a signal (the S-learner). */
        ONE,
        /** The difference of two models, one of each group (the T-learner). */
        TWO,
        /** A model of the effect, taken against the other group's model (the X-learner). */
        EFFECT,
        /** What everybody does, and how the treatment moves it. */
        MOVED
    }

    /** How decisions read an uplift. */
    public enum Effect {
        /** The difference of the probabilities of the wanted outcome with and without treatment, -1 to 1. */
        DIFFERENCE,
        /**
         * The part of those without the wanted outcome who get it by the treatment: (p with - p without) / (1 - p without),
         * -1 to 1. For wanted outcomes such as "stays" this is the relative risk reduction; it is multiplied with the value at
         * risk.
         */
        RELATIVE_RISK_REDUCTION
    }
}
