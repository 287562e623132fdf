package org.lotse.models.signal;

/**
 * A column or term that is no signal of the model.
 *
 * @param name the column or term
 * @param why the reason
 */
public record LeftOut(String name, Why why) {
    /** Why something is no signal. */
    public enum Why {
        TARGET,
        /** Names the row. */
        ID,
        /** Different in nearly every row and without an order that could mean anything. */
        IDENTIFIER,
        CONSTANT,
        ALL_MISSING,
        /** The same cells as another column. */
        DUPLICATE,
        EXCLUDED,
        SENSITIVE,
        /** Earlier rows of the same subject say it already. */
        HISTORY,
        /** Not for the purpose the model is used for. */
        PURPOSE,
        /** Probably known only after the outcome. */
        LEAK,
        /** Says which rows were treated. */
        TREATMENT,
        /** Not asked for. */
        NOT_CHOSEN
    }
}
