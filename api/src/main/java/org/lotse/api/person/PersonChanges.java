package org.lotse.api.person;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.lotse.api.person.MergePersons.PersonChanged;
import org.lotse.engine.term.SubjectId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who merged and split which records, for whoever is asked about it later. */
@Component
public class PersonChanges {
    private final JdbcClient database;
    private final Clock clock;

    PersonChanges(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A change of a person.
     *
     * @param customerId the record that came or left
     * @param person the leading record of the person it came to or left
     */
    public record Change(MergePersons.Kind kind, String customerId, String person, String by, Instant at) {}

    @EventListener
    void keep(PersonChanged changed) {
        database.sql("""
                        insert into person_change (kind, subject_type, record, person, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        changed.kind().name(),
                        changed.record().type().value(),
                        changed.record().id(),
                        changed.person().id(),
                        changed.by(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** The changes a record had a part in, the latest first. */
    public List<Change> of(SubjectId record) {
        return database.sql("""
                        select kind, record, person, changed_by, changed_at from person_change
                        where subject_type = ? and (record = ? or person = ?) order by id desc
                        """)
                .params(record.type().value(), record.id(), record.id())
                .query((row, number) -> new Change(
                        MergePersons.Kind.valueOf(row.getString("kind")),
                        row.getString("record"),
                        row.getString("person"),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }
}
