/**
 * How candidates are compared: what each is worth in the accounting currency, which one wins, and with which
 * probability a lesser one is tried instead.
 *
 * <p>Start at {@link org.lotse.engine.arbitration.Factors#priority()} (the formula) and
 * {@link org.lotse.engine.arbitration.Exploration}.
 */
@NullMarked
package org.lotse.engine.arbitration;

import org.jspecify.annotations.NullMarked;
