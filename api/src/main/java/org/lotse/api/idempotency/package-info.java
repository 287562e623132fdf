/**
 * A repeated POST with the same {@code Idempotency-Key} gets the first one's answer; nothing is done twice. Works for
 * every POST under {@code /v1} without their doing. Start at {@link org.lotse.api.idempotency.IdempotencyFilter}. May
 * depend on problem.
 */
@NullMarked
package org.lotse.api.idempotency;

import org.jspecify.annotations.NullMarked;
