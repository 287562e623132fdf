package org.lotse.models.registry;

import org.lotse.models.scoring.Link;
import org.lotse.models.scoring.Scorer;

/**
 * One scorer of a model. A plain model has one under the key {@link #WHOLE}; an uplift model one per arm; a model per pair
 * further ones under {@code <action>} and {@code <action>/<channel>}.
 *
 * @param scorer gives the margin
 * @param link turns it into the answer
 * @param learner name and settings
 * @param rows how many rows it learned from
 * @param hasSignal false when it answers the base rate to everybody
 * @param library the learning library's own form, kept for audit and export; empty for a constant
 */
public record Member(Scorer scorer, Link link, String learner, long rows, boolean hasSignal, byte[] library) {
    /** The model as a whole. */
    public static final String WHOLE = "";

    /** The treated arm of an uplift model. */
    public static final String TREATED = "|treated";

    /** The control arm of an uplift model. */
    public static final String CONTROL = "|control";

    /** A model of the effect itself, where it serves instead of the difference of both arms. */
    public static final String EFFECT = "|effect";

    /** Whether a customer buys at all, of a customer value. */
    public static final String BUYS = "|buys";

    /** How much more than usual one who buys spends. */
    public static final String SPENDS = "|spends";

    /** The key of one class of several. */
    public static String ofClass(String name) {
        return "=" + name;
    }

    /** The answer for a coded row. */
    public double answer(double[] row) {
        return link.value(scorer.margin(row));
    }
}
