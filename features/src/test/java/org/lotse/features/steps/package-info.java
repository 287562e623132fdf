/**
 * What the sentences of the features do. Terms are found by their titles in the vocabulary in force, so a new term needs no
 * new step. Start at {@link org.lotse.features.steps.Scene}, what one scenario remembers, and {@link
 * org.lotse.features.steps.Service}, how it talks to the product.
 */
@NullMarked
package org.lotse.features.steps;

import org.jspecify.annotations.NullMarked;
