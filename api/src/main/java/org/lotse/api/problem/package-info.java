/**
 * Every error as a problem (RFC 9457), in the caller's language. Other capabilities throw
 * {@link org.lotse.api.problem.ProblemException}; {@link org.lotse.api.problem.ProblemAdvice} answers. Depends on nothing.
 */
@NullMarked
package org.lotse.api.problem;

import org.jspecify.annotations.NullMarked;
