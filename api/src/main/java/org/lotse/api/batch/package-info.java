/**
 * Decisions about all stored customers: as a job, page by page, resumable after a kill without a double contact. Start at
 * {@link org.lotse.api.batch.RunBatches}. May depend on decision, contact, jobs, subjects, security, values and problem.
 */
@NullMarked
package org.lotse.api.batch;

import org.jspecify.annotations.NullMarked;
