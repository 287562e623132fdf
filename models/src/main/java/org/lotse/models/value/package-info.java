/**
 * What a customer will spend: from purchases with dates and amounts to the expected spend within a horizon, by a model of
 * buying and dropping out and by two learned parts. Start at {@link org.lotse.models.value.LearnValue}; what serves is
 * {@link org.lotse.models.value.ValueModel}.
 */
@NullMarked
package org.lotse.models.value;

import org.jspecify.annotations.NullMarked;
