/**
 * Reads the files of a rule bundle into the typed model. Nothing is guessed: what is not understood is a finding with
 * its cell.
 *
 * <p>The files themselves are a {@link org.lotse.rules.read.RuleBundle}.
 */
@NullMarked
package org.lotse.rules.read;

import org.jspecify.annotations.NullMarked;
