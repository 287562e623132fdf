/**
 * Trained models as flat arrays: a coded row in, a margin out, and the link that makes it a probability or an amount. Start at
 * {@link org.lotse.models.scoring.Scorer}. Depends on signals only.
 */
@NullMarked
package org.lotse.models.scoring;

import org.jspecify.annotations.NullMarked;
