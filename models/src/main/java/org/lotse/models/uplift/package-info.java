/**
 * The ways to learn uplift: by how much a treatment raises the probability of an outcome, row by row. Start at
 * {@link org.lotse.models.uplift.ChooseWay}, which says which of several ways serves.
 */
@NullMarked
package org.lotse.models.uplift;

import org.jspecify.annotations.NullMarked;
