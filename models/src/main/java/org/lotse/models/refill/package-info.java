/**
 * After how many days a customer needs a product again. Start at {@link org.lotse.models.refill.LearnRefill}; {@link
 * org.lotse.models.refill.RefillModel} serves. Depends on signals and evaluation.
 */
@NullMarked
package org.lotse.models.refill;

import org.jspecify.annotations.NullMarked;
