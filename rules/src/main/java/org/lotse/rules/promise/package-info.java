/**
 * Whether a decision about to be taken keeps what was promised in {@code promises.rules}, whatever the other rule files
 * concluded.
 *
 * <p>Start at {@link org.lotse.rules.promise.Promises}. Depends on the rule model and the engine only.
 */
@NullMarked
package org.lotse.rules.promise;

import org.jspecify.annotations.NullMarked;
