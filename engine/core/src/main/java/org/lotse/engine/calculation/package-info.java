/**
 * Calculations over terms, as cells and action values write them ({@code calc min(50, [Lead score] * 5)}): an
 * expression tree of numbers, terms and a handful of functions. There is nothing in it that could run code.
 */
@NullMarked
package org.lotse.engine.calculation;

import org.jspecify.annotations.NullMarked;
