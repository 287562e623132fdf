package org.lotse.api.subjects;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.api.subjects.RememberedSubjects.Entry;
import org.lotse.api.values.StoredValues;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Events;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one subject in one round trip: the attributes as of a moment unless that version is remembered, and the events
 * that are new since they were read last. Only a record that was merged with others asks a second time, for what is new of
 * the others: they are the same person. So a subject with a thousand events costs what one with ten costs. Thread-safe.
 */
final class ReadSubject {
    /**
     * Two statements sent together; the first fixes from where on the next reading asks. The upper bound, the greatest there is,
     * tells PostgreSQL that few events are asked for; else it plans anew for each question.
     */
    private static final String OWN = """
            select s.created_at, s.events_changed, pg_snapshot_xmin(pg_current_snapshot())::text::bigint, v.version,
                case when v.version is distinct from ? then v.attributes end,
                case when v.version is distinct from ? then v.links end,
                exists (select 1 from person_record p where p.subject_type = s.type and p.subject_id = s.id)
            from subject s left join lateral (
                select version, attributes, links from subject_version v
                where v.type = s.type and v.id = s.id and v.valid_from <= ?
                order by v.valid_from desc, v.version desc limit 1) v on true
            where s.type = ? and s.id = ?;
            select id, type, time, data from event
            where subject_type = ? and subject_id = ? and tx >= cast(? as text)::xid8 and tx <= '18446744073709551615'::xid8""";

    private static final String OF_OTHER_RECORDS = """
            select e.id, e.type, e.time, e.data
            from person_record own
            join person_record other on other.subject_type = own.subject_type and other.person = own.person
                and other.subject_id <> own.subject_id
            join event e on e.subject_type = other.subject_type and e.subject_id = other.subject_id
            where own.subject_type = ? and own.subject_id = ? and e.tx >= cast(? as text)::xid8
                and e.tx <= '18446744073709551615'::xid8""";

    private static final long NONE = -1;

    private final JsonMapper json;
    private final RememberedSubjects remembered = new RememberedSubjects();
    private volatile @Nullable Parsing parsing;

    ReadSubject(JsonMapper json) {
        this.json = json;
    }

    /** The reader of stored values belongs to one vocabulary and is dear to make. */
    private record Parsing(Vocabulary vocabulary, StoredValues values) {}

    /** The subject as of a moment; null when nothing was stored of it then. */
    @Nullable
    SubjectState read(Connection connection, SubjectId id, Instant at, Vocabulary vocabulary) throws SQLException {
        Entry known = remembered.get(id, vocabulary);
        Entry now = read(connection, id, at, vocabulary, known);
        if (now != null && known != null && !continues(known, now)) {
            now = read(connection, id, at, vocabulary, null);
        }
        if (now == null) {
            remembered.remove(id);
            return null;
        }
        remembered.put(id, now);
        List<Event> events = upTo(now.events(), at);
        return now.version() == NONE && events.isEmpty()
                ? null
                : new SubjectState(id, now.attributes(), events, now.links());
    }

    private static boolean continues(Entry known, Entry now) {
        return known.createdAt().equals(now.createdAt()) && known.changed() == now.changed();
    }

    private @Nullable Entry read(
            Connection connection, SubjectId id, Instant at, Vocabulary vocabulary, @Nullable Entry known)
            throws SQLException {
        StoredValues values = values(vocabulary);
        long version = known == null ? NONE : known.version();
        String since = Long.toString(known == null ? 0 : known.seen());
        try (PreparedStatement query = connection.prepareStatement(OWN)) {
            query.setLong(1, version);
            query.setLong(2, version);
            query.setTimestamp(3, Timestamp.from(at));
            query.setString(4, id.type().value());
            query.setString(5, id.id());
            query.setString(6, id.type().value());
            query.setString(7, id.id());
            query.setString(8, since);
            query.execute();
            try (ResultSet row = query.getResultSet()) {
                if (!row.next()) {
                    return null;
                }
                Instant created = row.getTimestamp(1).toInstant();
                long changed = row.getLong(2);
                long seen = row.getLong(3);
                long found = row.getObject(4) == null ? NONE : row.getLong(4);
                boolean isMerged = row.getBoolean(7);
                Map<TermKey, Value> attributes = Map.of();
                Map<String, SubjectId> links = Map.of();
                if (found != NONE && known != null && found == version) {
                    attributes = known.attributes();
                    links = known.links();
                } else if (found != NONE) {
                    attributes = Map.copyOf(values.attributes(id.type(), row.getString(5)));
                    links = links(vocabulary, id, row.getString(6));
                }
                List<Event> news = new ArrayList<>();
                query.getMoreResults();
                try (ResultSet rows = query.getResultSet()) {
                    read(rows, id, values, news);
                }
                if (isMerged) {
                    ofOtherRecords(connection, id, since, values, news);
                }
                List<Event> events = together(known == null ? List.of() : known.events(), news);
                return new Entry(vocabulary, created, changed, seen, events, found, attributes, links);
            }
        }
    }

    private static void ofOtherRecords(
            Connection connection, SubjectId id, String since, StoredValues values, List<Event> news)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF_OTHER_RECORDS)) {
            query.setString(1, id.type().value());
            query.setString(2, id.id());
            query.setString(3, since);
            try (ResultSet rows = query.executeQuery()) {
                read(rows, id, values, news);
            }
        }
    }

    private StoredValues values(Vocabulary vocabulary) {
        Parsing known = parsing;
        if (known == null || known.vocabulary() != vocabulary) {
            known = new Parsing(vocabulary, new StoredValues(json, vocabulary));
            parsing = known;
        }
        return known.values();
    }

    private static void read(ResultSet rows, SubjectId id, StoredValues values, List<Event> news) throws SQLException {
        while (rows.next()) {
            String type = rows.getString(2);
            news.add(new Event(
                    rows.getString(1),
                    type,
                    id,
                    rows.getTimestamp(3).toInstant(),
                    values.eventData(type, rows.getString(4))));
        }
    }

    /** The same events when nothing is new: sorted once by type and time they stay so. */
    private static List<Event> together(List<Event> before, List<Event> news) {
        if (before.isEmpty() || news.isEmpty()) {
            return news.isEmpty() ? before : Events.of(news);
        }
        Set<String> known = new HashSet<>();
        before.forEach(event -> known.add(event.id()));
        List<Event> both = new ArrayList<>(before);
        news.stream().filter(event -> known.add(event.id())).forEach(both::add);
        return both.size() == before.size() ? before : Events.of(both);
    }

    private static List<Event> upTo(List<Event> events, Instant at) {
        for (Event event : events) {
            if (event.time().isAfter(at)) {
                return events.stream().filter(one -> !one.time().isAfter(at)).toList();
            }
        }
        return events;
    }

    private Map<String, SubjectId> links(Vocabulary vocabulary, SubjectId id, @Nullable String stored) {
        return stored == null || stored.length() <= 2
                ? Map.of()
                : Map.copyOf(StoredLinks.read(json, vocabulary, id.type(), stored));
    }
}
