package org.lotse.models.training;

import org.lotse.models.scoring.Scorer;
import org.tribuo.Model;

/**
 * A trained model in both forms.
 *
 * @param scorer the flat one, which serves
 * @param model the library's own, which is kept beside it
 */
record Fitted(Scorer scorer, Model<?> model) {}
