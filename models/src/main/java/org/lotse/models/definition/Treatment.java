package org.lotse.models.definition;

/**
 * Which rows of an uplift model were treated.
 *
 * @param column the column, or the field of the observed event
 * @param treated its value for treated rows
 * @param control its value for the control group; rows with neither are left out
 * @param effect how decisions read the uplift
 */
public record Treatment(String column, String treated, String control, Effect effect) {
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
