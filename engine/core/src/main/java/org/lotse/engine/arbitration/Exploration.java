package org.lotse.engine.arbitration;

/**
 * How much is tried, and how: the budget of a group of actions. In {@code share} of the decisions whose best candidate is
 * of the group, the first place is drawn instead of given to the best.
 *
 * @param share 0..1 of decisions
 * @param method how it is drawn then
 * @param evidence on how many observations a probability rests, for {@link Method#THOMPSON}: the fewer, the more is tried
 */
public record Exploration(double share, Method method, double evidence) {
    /** On how many observations a probability is taken to rest where nobody says so. */
    public static final double USUAL_EVIDENCE = 100;

    /** Nothing is tried. */
    public static final Exploration NONE = new Exploration(0, Method.EPSILON, USUAL_EVIDENCE);

    /** How the first place is drawn. */
    public enum Method {
        /** Each candidate is equally likely. */
        EPSILON,
        /** Each is as likely as it is to be the best, given how uncertain its probability is. */
        THOMPSON
    }

    public Exploration {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The exploration share " + share + " is not between 0 and 1. Maybe 2 % is meant: write 0.02.");
        }
        if (!(evidence >= 1)) {
            throw new IllegalArgumentException(
                    "The evidence " + evidence + " is less than one observation. Maybe leave it out: 100 is usual.");
        }
    }

    /** A share of decisions in which each candidate is equally likely. */
    public static Exploration epsilon(double share) {
        return new Exploration(share, Method.EPSILON, USUAL_EVIDENCE);
    }
}
