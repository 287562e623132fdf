package org.lotse.models.training;

import org.lotse.models.scoring.Scorer;

/**
 * A trained model in both forms.
 *
 * @param scorer the flat one, which serves
 * @param library the learning library's own, which is kept beside it; empty where there is none
 */
record Fitted(Scorer scorer, byte[] library) {}
