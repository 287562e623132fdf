/**
 * Compiles the typed rules for Drools and judges with them. Every row becomes one Drools rule, built as an object from
 * typed values: no rule language text is ever made, so there is nothing a file could smuggle code into.
 *
 * <p>Start at {@link org.lotse.rules.drools.DroolsRules}.
 */
@NullMarked
package org.lotse.rules.drools;

import org.jspecify.annotations.NullMarked;
