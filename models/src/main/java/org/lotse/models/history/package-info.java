/**
 * Training tables from stored history: what was known about a subject at a moment, and what happened after it. Start at
 * {@link org.lotse.models.history.Observe}.
 */
@NullMarked
package org.lotse.models.history;

import org.jspecify.annotations.NullMarked;
