/**
 * Call timing: which customer is called by which agent in which hour, so that most value is expected.
 *
 * <p>Start at {@link org.lotse.engine.planning.calls.PlanCalls}: a {@link org.lotse.engine.planning.calls.CallProblem}
 * goes in, a {@link org.lotse.engine.planning.calls.CallPlan} comes out, and whoever is not called has a
 * {@link org.lotse.engine.planning.calls.CallReason}. Depends on the JDK only.
 */
@NullMarked
package org.lotse.engine.planning.calls;

import org.jspecify.annotations.NullMarked;
