/**
 * The decision log: durable before the answer, sealed, erasable, dropped by month when its time is over. Start at
 * {@link org.lotse.api.log.DecisionRows}: appending queues a row for one of two writers ({@code Writer}), which commits
 * what has queued together with a seal. {@link org.lotse.api.log.VerifySeals} finds what was changed or removed,
 * {@code Erasures} keeps who was erased outside the database, too. What a record says is none of its business. May depend on
 * subjects, database and problem.
 */
@NullMarked
package org.lotse.api.log;

import org.jspecify.annotations.NullMarked;
