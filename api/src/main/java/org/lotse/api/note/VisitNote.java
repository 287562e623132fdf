package org.lotse.api.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.note.Finding;

/** A note and what was read out of it, in the order it was found. */
public record VisitNote(
        UUID noteId, String visit, String customerId, String author, Instant at, String text, List<Item> items) {
    public VisitNote {
        items = List.copyOf(items);
    }

    /** What has become of something found. */
    public enum State {
        PROPOSED,
        CONFIRMED,
        DISMISSED,
        DONE
    }

    /**
     * A fact or a task.
     *
     * @param about what it is about, in the note's words
     * @param detail what was said besides
     * @param quote the part of the note it comes from
     * @param due when a task is due
     */
    public record Item(
            UUID id,
            Finding.Kind kind,
            String about,
            String detail,
            String quote,
            @Nullable LocalDate due,
            State state) {
        /** Whether somebody has to do something. */
        public boolean isTask() {
            return kind.isTask();
        }
    }

    /** A confirmed task with the customer it is about. */
    public record Task(UUID noteId, String visit, String customerId, String author, Item item) {}
}
