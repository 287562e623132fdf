/**
 * Checks what was read: references across files, the order of terms, what data may be used for, and whether tables have
 * gaps, overlaps or rows that are never hit.
 *
 * <p>Start at {@link org.lotse.rules.check.CheckRules}.
 */
@NullMarked
package org.lotse.rules.check;

import org.jspecify.annotations.NullMarked;
