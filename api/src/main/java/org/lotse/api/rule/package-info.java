/**
 * The life of rule files: draft, checked, submitted, approved by someone else, active, rolled back. Start at
 * {@link org.lotse.api.rule.JdbcRuleSets}, which serves the active bundle to decisions, and at
 * {@link org.lotse.api.rule.EditDrafts} and {@link org.lotse.api.rule.ReleaseDrafts}, which change it. Reading and
 * compiling are the rules module's work. Depends on the jobs, problem and security packages.
 */
@NullMarked
package org.lotse.api.rule;

import org.jspecify.annotations.NullMarked;
