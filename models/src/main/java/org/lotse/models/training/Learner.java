package org.lotse.models.training;

/** A way to learn with all its settings chosen. */
sealed interface Learner permits LinearLearner, TreeLearner {
    /** Name and settings, for reports. */
    String describe();

    /** Learns probabilities from targets 0 and 1. */
    Fitted fit(Rows rows);

    /** Learns standardised amounts. */
    Fitted fitAmounts(Rows rows);
}
