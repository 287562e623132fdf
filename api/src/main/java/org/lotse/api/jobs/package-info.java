/**
 * Long work with progress that can be cancelled. Start at {@link org.lotse.api.jobs.Jobs}. May depend on security and
 * problem.
 */
@NullMarked
package org.lotse.api.jobs;

import org.jspecify.annotations.NullMarked;
