/**
 * When a person reads: the hour to send a newsletter at, from the person's own openings and, for new people, the group's. Start
 * at {@link org.lotse.engine.planning.sending.ReadingHours}. Depends on the JDK only.
 */
@NullMarked
package org.lotse.engine.planning.sending;

import org.jspecify.annotations.NullMarked;
