/**
 * What is wrong with a rule file, where exactly, and what to do about it, in German and English.
 *
 * <p>Start at {@link org.lotse.rules.finding.Findings}, into which readers and checks report.
 */
@NullMarked
package org.lotse.rules.finding;

import org.jspecify.annotations.NullMarked;
