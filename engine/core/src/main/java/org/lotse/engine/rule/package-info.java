/**
 * What decisions need of the rule files: a bundle that judges one subject, and says for each conclusion which row drew
 * it and for each "no" which cell was in the way. Reading, checking and compiling is the business of the adapter.
 *
 * <p>Start at {@link org.lotse.engine.rule.RuleSet}.
 */
@NullMarked
package org.lotse.engine.rule;

import org.jspecify.annotations.NullMarked;
