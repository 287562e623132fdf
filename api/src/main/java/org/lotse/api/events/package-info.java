/**
 * What happens to subjects, as CloudEvents. Start at {@link org.lotse.api.events.RecordEvents}. May depend on subjects,
 * values and problem.
 */
@NullMarked
package org.lotse.api.events;

import org.jspecify.annotations.NullMarked;
