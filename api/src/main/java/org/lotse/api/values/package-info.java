/**
 * The border between what others send and the values of terms: reading JSON and texts by the vocabulary, writing values
 * as JSON. Start at {@link org.lotse.api.values.ReadValues}. May depend on problem.
 */
@NullMarked
package org.lotse.api.values;

import org.jspecify.annotations.NullMarked;
