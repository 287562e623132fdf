/**
 * Subjects as others deliver them: attributes in versions, links, and the events read with them. The main path starts at
 * {@link org.lotse.api.subjects.JdbcSubjects} for reading as of a moment and at
 * {@link org.lotse.api.subjects.StoreSubjects} for one delivery, {@link org.lotse.api.subjects.DeliverSubjects} for many.
 * May depend on values and problem.
 */
@NullMarked
package org.lotse.api.subjects;

import org.jspecify.annotations.NullMarked;
