/**
 * The rule files and what becomes of them: a bundle of files is read, checked and compiled into a
 * {@link org.lotse.engine.rule.RuleSet}.
 *
 * <p>Start at {@link org.lotse.rules.CompileRules}.
 */
@NullMarked
package org.lotse.rules;

import org.jspecify.annotations.NullMarked;
