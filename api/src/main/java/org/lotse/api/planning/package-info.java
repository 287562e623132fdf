/**
 * Planning problems and plans as JSON, for HTTP and for the command line alike; no Spring in here.
 *
 * <p>Start at {@link org.lotse.api.planning.PlanningJson}; the wording of reasons and flaws is in
 * {@link org.lotse.api.planning.PlanningWords}.
 */
@NullMarked
package org.lotse.api.planning;

import org.jspecify.annotations.NullMarked;
