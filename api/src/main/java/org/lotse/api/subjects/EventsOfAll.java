package org.lotse.api.subjects;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.lotse.engine.term.SubjectType;

/**
 * The events of all subjects of a type, subject by subject in the order of their ids: each with those of the records that
 * are the same person, as decisions read them. Columns: subject, id, type, time, data.
 */
public final class EventsOfAll {
    /** What happened to other records ({@code e}) of the person of a record ({@code own}), as events of that record. */
    static final String OF_OTHER_RECORDS = """
            select own.subject_id, e.id, e.type, e.time, e.data
            from person_record own
            join person_record other on other.subject_type = own.subject_type and other.person = own.person
                and other.subject_id <> own.subject_id
            join event e on e.subject_type = other.subject_type and e.subject_id = other.subject_id
            """;

    private static final String QUERY = """
            select e.subject_id, e.id, e.type, e.time, e.data from event e where e.subject_type = ? and e.time <= ?
            union all
            """ + OF_OTHER_RECORDS + """
            where own.subject_type = ? and e.time <= ?
            order by subject_id""";

    private EventsOfAll() {}

    /** The question for them, up to a moment. */
    public static PreparedStatement until(Connection connection, SubjectType type, Instant until) throws SQLException {
        PreparedStatement query = connection.prepareStatement(QUERY);
        query.setString(1, type.value());
        query.setTimestamp(2, Timestamp.from(until));
        query.setString(3, type.value());
        query.setTimestamp(4, Timestamp.from(until));
        return query;
    }
}
