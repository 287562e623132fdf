/**
 * Notes of reps: read into facts and tasks, confirmed with one tap each. Start at {@link org.lotse.api.note.TakeNote}; a
 * confirmed fact becomes an event of the customer ({@code note-fact}), a confirmed task stands on the rep's list until it is
 * done. May depend on planning (whose visit it was), subjects and events.
 */
@NullMarked
package org.lotse.api.note;

import org.jspecify.annotations.NullMarked;
