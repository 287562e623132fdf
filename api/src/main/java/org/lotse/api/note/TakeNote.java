package org.lotse.api.note;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.planning.JdbcTeam;
import org.lotse.api.planning.StoredRoutes;
import org.lotse.api.planning.Team;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.subjects.SubjectErased;
import org.lotse.engine.note.ReadNote;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes notes of visits, and what people say about what was read out of them. */
@Component
public class TakeNote {
    private static final int LONGEST = 20_000;
    private static final String FACT = "note-fact";

    private final JdbcNotes notes;
    private final JdbcTeam team;
    private final StoredRoutes stored;
    private final RecordEvents events;
    private final ReadNote read;
    private final Clock clock;

    TakeNote(
            JdbcNotes notes,
            JdbcTeam team,
            StoredRoutes stored,
            RecordEvents events,
            LearnedClauses learned,
            Clock clock) {
        this.notes = notes;
        this.team = team;
        this.stored = stored;
        this.events = events;
        this.read = new ReadNote(learned::kind);
        this.clock = clock;
    }

    /**
     * A note as somebody wrote it.
     *
     * @param id given by whoever writes it, so that the same note sent twice counts once
     * @param customer whom it is about; empty when the visit says so
     * @param at when it was written; empty for now
     */
    public record Written(UUID id, String visit, Optional<String> customer, String text, Optional<Instant> at) {}

    /** Reads and keeps a note; the same id once more answers what is there. */
    public VisitNote take(Written written, String author) {
        if (written.text().isBlank() || written.text().length() > LONGEST) {
            throw ProblemException.invalid(
                    "/text", "NOTE_LENGTH", written.text().length(), LONGEST);
        }
        String customer = written.customer()
                .or(() -> team.visits().stream()
                        .filter(visit -> visit.id().equals(written.visit()))
                        .map(Team.OpenVisit::customerId)
                        .findFirst())
                .or(() -> notes.customerOf(written.visit()))
                .orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, "visit", written.visit()));
        if (!events.unknown(List.of(SubjectId.customer(customer))).isEmpty()) {
            throw ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, "customer", customer);
        }
        Instant at = written.at().orElseGet(clock::instant);
        LocalDate day = at.atZone(stored.zone()).toLocalDate();
        List<VisitNote.Item> items = read.read(written.text(), day).stream()
                .map(found -> new VisitNote.Item(
                        UUID.randomUUID(),
                        found.kind(),
                        found.about(),
                        found.detail(),
                        found.quote(),
                        found.due(),
                        VisitNote.State.PROPOSED))
                .toList();
        notes.keep(new VisitNote(written.id(), written.visit(), customer, author, at, written.text(), items));
        return find(written.id());
    }

    /** A note by its id. */
    public VisitNote find(UUID id) {
        return notes.find(id)
                .orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, "note", id.toString()));
    }

    /** The notes of a visit. */
    public List<VisitNote> ofVisit(String visit) {
        return notes.ofVisit(visit);
    }

    /** Somebody's notes of which something waits to be confirmed. */
    public List<VisitNote> open(String author) {
        return notes.open(author);
    }

    /** What somebody has to do. */
    public List<VisitNote.Task> tasks(String author) {
        return notes.tasks(author);
    }

    /**
     * Confirms, dismisses or finishes something found. A confirmed fact becomes an event of the customer. Saying the same
     * again changes nothing.
     */
    @Transactional
    public VisitNote settle(UUID noteId, UUID itemId, VisitNote.State to, String by) {
        VisitNote note = find(noteId);
        VisitNote.Item item = note.items().stream()
                .filter(one -> one.id().equals(itemId))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, "item", itemId.toString()));
        VisitNote.State from = to == VisitNote.State.DONE ? VisitNote.State.CONFIRMED : VisitNote.State.PROPOSED;
        boolean changed = notes.settle(itemId, from, to, clock.instant(), by);
        if (!changed && item.state() != to) {
            throw ProblemException.of(ProblemKind.CONFLICT)
                    .with(org.lotse.api.problem.FieldProblem.of("", "ALREADY_SETTLED", item.state(), to));
        }
        if (changed && to == VisitNote.State.CONFIRMED && !item.isTask()) {
            events.record(List.of(new Event(
                    "note-" + itemId,
                    FACT,
                    SubjectId.customer(note.customerId()),
                    note.at(),
                    Map.of("kind", Value.text(item.kind().name()), "about", Value.text(item.about())))));
        }
        return find(noteId);
    }

    @EventListener
    void forget(SubjectErased erased) {
        if (erased.subject().type().equals(SubjectType.CUSTOMER)) {
            notes.forget(erased.subject().id());
        }
    }
}
