package org.lotse.engine.note;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something a note says: a fact, or a task that follows from it.
 *
 * @param about what it is about, in the note's own words; may be empty
 * @param detail what was said besides: reasons, worries, quantities; may be empty
 * @param quote the part of the note it was read from
 * @param due when a task is due; null for facts and for tasks without a day
 */
public record Finding(
        Kind kind,
        String about,
        String detail,
        String quote,
        @Nullable LocalDate due) {
    /** What can be found. */
    public enum Kind {
        CONTACT_PERSON(false),
        WORKS_ON(false),
        SHOWN(false),
        INTEREST(false),
        ACUTE_INTEREST(false),
        NO_NEED_NOW(false),
        NO_INTEREST(false),
        CONCERN(false),
        SAME_PLACE(false),
        COMPETITOR(false),
        ASK_AGAIN(true),
        SEND_INFORMATION(true),
        MAKE_OFFER(true),
        CONTACT(true),
        CALL_BACK(true);

        private final boolean task;

        Kind(boolean task) {
            this.task = task;
        }

        /** Whether somebody has to do something. */
        public boolean isTask() {
            return task;
        }
    }

    static Finding of(Kind kind, String about, String quote) {
        return new Finding(kind, about, "", quote, null);
    }

    Finding detailed(String more) {
        String all = detail.isEmpty() ? more : detail + ", " + more;
        return new Finding(kind, about, all, quote, due);
    }

    Finding until(@Nullable LocalDate day) {
        return new Finding(kind, about, detail, quote, day);
    }
}
