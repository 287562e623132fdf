package org.lotse.api.console;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.lotse.api.note.NoteWording;
import org.lotse.api.note.TakeNote;
import org.lotse.api.note.VisitNote;
import org.lotse.api.security.Caller;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A rep's notes as the page shows them: what waits for a tap, and what is to be done. */
@Component
class ReadNotes {
    private final TakeNote notes;
    private final NoteWording words;
    private final FindCustomers customers;

    ReadNotes(TakeNote notes, NoteWording words, FindCustomers customers) {
        this.notes = notes;
        this.words = words;
        this.customers = customers;
    }

    /** A line with one tap to say yes. */
    record Line(UUID note, UUID item, String text, boolean task) {}

    /** A note of which something waits. */
    record Open(String whom, String text, List<Line> lines) {
        Open {
            lines = List.copyOf(lines);
        }
    }

    /** Something to be done. */
    record Todo(String whom, Line line) {}

    void show(Caller caller, Model model, Locale locale) {
        List<VisitNote> open = notes.open(caller.name());
        List<VisitNote.Task> tasks = notes.tasks(caller.name());
        var names = customers.byIds(Stream.concat(
                        open.stream().map(VisitNote::customerId), tasks.stream().map(VisitNote.Task::customerId))
                .distinct()
                .toList());
        model.addAttribute(
                "notes",
                open.stream()
                        .map(note -> new Open(
                                name(names.get(note.customerId()), note.customerId()),
                                note.text(),
                                note.items().stream()
                                        .filter(item -> item.state() == VisitNote.State.PROPOSED)
                                        .map(item -> line(note.noteId(), item, locale))
                                        .toList()))
                        .toList());
        model.addAttribute(
                "todos",
                tasks.stream()
                        .map(task -> new Todo(
                                name(names.get(task.customerId()), task.customerId()),
                                line(task.noteId(), task.item(), locale)))
                        .toList());
    }

    private Line line(UUID note, VisitNote.Item item, Locale locale) {
        return new Line(note, item.id(), words.text(item, locale), item.isTask());
    }

    private static String name(@org.jspecify.annotations.Nullable CustomerLine customer, String id) {
        return customer == null || customer.name().isEmpty() ? id : customer.name();
    }
}
