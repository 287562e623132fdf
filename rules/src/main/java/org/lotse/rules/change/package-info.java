/**
 * What differs between two versions of the rules, cell by cell, and how two changes of the same version are brought
 * together. Files are compared as their authors see them: tables by row and column, other text by line.
 *
 * <p>Start at {@link org.lotse.rules.change.CompareBundles} and {@link org.lotse.rules.change.MergeBundles}. Depends on the
 * readers of files only; what the rules mean does not matter here.
 */
@NullMarked
package org.lotse.rules.change;

import org.jspecify.annotations.NullMarked;
