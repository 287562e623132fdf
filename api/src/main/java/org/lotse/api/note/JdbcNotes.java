package org.lotse.api.note;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lotse.engine.note.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The notes of the database. */
@Component
class JdbcNotes {
    private final JdbcClient database;

    JdbcNotes(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a note; false when one of this id is known already. */
    @Transactional
    boolean keep(VisitNote note) {
        int added = database.sql("insert into visit_note (id, visit, customer_id, author, at, text)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        note.noteId(),
                        note.visit(),
                        note.customerId(),
                        note.author(),
                        Timestamp.from(note.at()),
                        note.text())
                .update();
        if (added == 0) {
            return false;
        }
        for (int at = 0; at < note.items().size(); at++) {
            VisitNote.Item item = note.items().get(at);
            database.sql("insert into visit_note_item (id, note, position, kind, about, detail, quote, due, state)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(item.id())
                    .param(note.noteId())
                    .param(at)
                    .param(item.kind().name())
                    .param(item.about())
                    .param(item.detail())
                    .param(item.quote())
                    .param(item.due() == null ? null : Date.valueOf(item.due()))
                    .param(item.state().name())
                    .update();
        }
        return true;
    }

    Optional<VisitNote> find(UUID id) {
        return notes("where id = ?", id).stream().findFirst();
    }

    List<VisitNote> ofVisit(String visit) {
        return notes("where visit = ?", visit);
    }

    /** Notes in which something waits to be confirmed, latest first. */
    List<VisitNote> open(String author) {
        return notes(
                "where author = ? and exists (select 1 from visit_note_item i where i.note = visit_note.id"
                        + " and i.state = 'PROPOSED')",
                author);
    }

    /** Confirmed tasks that are to be done, first due first. */
    List<VisitNote.Task> tasks(String author) {
        return database
                .sql("""
                        select n.id as note_id, n.visit, n.customer_id, n.author, i.* from visit_note_item i
                        join visit_note n on n.id = i.note
                        where i.state = 'CONFIRMED' and n.author = ? order by i.due nulls last, n.at, i.position""")
                .param(author)
                .query((row, number) -> new VisitNote.Task(
                        row.getObject("note_id", UUID.class),
                        row.getString("visit"),
                        row.getString("customer_id"),
                        row.getString("author"),
                        item(row)))
                .list()
                .stream()
                .filter(task -> task.item().isTask())
                .toList();
    }

    /** From one state to the next; false when it is in another one meanwhile. */
    boolean settle(UUID item, VisitNote.State from, VisitNote.State to, Instant at, String by) {
        return database.sql("update visit_note_item set state = ?, settled_at = ?, settled_by = ?"
                                + " where id = ? and state = ?")
                        .params(to.name(), Timestamp.from(at), by, item, from.name())
                        .update()
                > 0;
    }

    void forget(String customer) {
        database.sql("delete from visit_note where customer_id = ?")
                .param(customer)
                .update();
    }

    /** The customer of a visit that was made and waits no more. */
    Optional<String> customerOf(String visit) {
        return database.sql("select subject_id from event where type = 'visit' and subject_type = 'customer'"
                        + " and id like 'visit-%-' || ? order by time desc limit 1")
                .param(visit.replace("%", "\\%").replace("_", "\\_"))
                .query(String.class)
                .optional();
    }

    private List<VisitNote> notes(String where, Object value) {
        return database
                .sql("select * from visit_note " + where + " order by at desc, id")
                .param(value)
                .query((row, number) -> new VisitNote(
                        row.getObject("id", UUID.class),
                        row.getString("visit"),
                        row.getString("customer_id"),
                        row.getString("author"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("text"),
                        List.of()))
                .list()
                .stream()
                .map(this::withItems)
                .toList();
    }

    private VisitNote withItems(VisitNote note) {
        List<VisitNote.Item> items = database.sql("select * from visit_note_item where note = ? order by position")
                .param(note.noteId())
                .query((row, number) -> item(row))
                .list();
        return new VisitNote(
                note.noteId(), note.visit(), note.customerId(), note.author(), note.at(), note.text(), items);
    }

    private static VisitNote.Item item(ResultSet row) throws SQLException {
        LocalDate due = row.getObject("due", LocalDate.class);
        return new VisitNote.Item(
                row.getObject("id", UUID.class),
                Finding.Kind.valueOf(row.getString("kind")),
                row.getString("about"),
                row.getString("detail"),
                row.getString("quote"),
                due,
                VisitNote.State.valueOf(row.getString("state")));
    }
}
