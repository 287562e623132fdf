package org.lotse.api.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.api.consent.Consents.Consent;
import org.lotse.api.consent.Consents.Granted;
import org.lotse.api.consent.Consents.Objection;
import org.lotse.api.database.Question;
import org.lotse.api.person.Persons;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what stands in the ledgers about all records of a person, in one question. */
@Component
class ReadLedgers {
    private static final String QUERY = query(Persons.RECORDS, "''");
    private static final String QUERY_OF_MANY = query(Persons.RECORDS_OF_MANY, "r.asked");

    private static String query(String records, String asked) {
        return "with " + records + """
            , written as (
                select %1$s as asked, 'C' as kind, l.seq, r.id, r.since, l.purpose, l.channel, l.granted, l.at, l.evidence,
                    null::timestamptz as ends_at
                from record r join consent l on l.subject_type = ? and l.subject_id = r.id
                where l.at <= ?
                union all
                select %1$s, 'O', l.seq, r.id, r.since, l.purpose, l.channel, false, l.at, null, l.ends_at
                from record r join objection l on l.subject_type = ? and l.subject_id = r.id
                where l.at <= ?)
            select * from written order by at, seq
            """.formatted(asked);
    }

    private final JdbcClient database;

    ReadLedgers(JdbcClient database) {
        this.database = database;
    }

    /** The ledgers up to a moment: the record's own first, then those of the records it is merged with. */
    List<RecordLedger> of(SubjectId person, Instant until) {
        Question<List<RecordLedger>> question = question(person, until);
        List<RecordLedger> ledgers = database.sql(question.sql())
                .params(question.parameters())
                .query((ResultSetExtractor<List<RecordLedger>>) question.reading()::read);
        return ledgers;
    }

    /** The same, to be asked together with others. */
    Question<List<RecordLedger>> question(SubjectId person, Instant until) {
        String type = person.type().value();
        Timestamp last = Timestamp.from(until);
        List<Object> parameters = new ArrayList<>(Persons.parameters(person));
        parameters.addAll(List.of(type, last, type, last));
        return new Question<>(QUERY, parameters, rows -> ledgers(person, rows));
    }

    /** The same of many persons, whose records are of one type; of whom nothing is written there is an empty ledger. */
    Map<SubjectId, List<RecordLedger>> of(SubjectType type, List<SubjectId> persons, Instant until) {
        Map<SubjectId, Records> read = new HashMap<>();
        persons.forEach(person -> read.put(person, new Records(person)));
        Timestamp last = Timestamp.from(until);
        List<Object> parameters = new ArrayList<>(Persons.parameters(type, persons));
        parameters.addAll(List.of(type.value(), last, type.value(), last));
        database.sql(QUERY_OF_MANY).params(parameters).query(row -> {
            Records records = read.get(new SubjectId(type, row.getString("asked")));
            if (records != null) {
                records.add(row);
            }
        });
        Map<SubjectId, List<RecordLedger>> ledgers = new HashMap<>();
        read.forEach((person, records) -> ledgers.put(person, records.ledgers()));
        return ledgers;
    }

    private static List<RecordLedger> ledgers(SubjectId person, ResultSet rows) throws SQLException {
        Records records = new Records(person);
        while (rows.next()) {
            records.add(rows);
        }
        return records.ledgers();
    }

    /** What has been read of a person's records, the asked one first. */
    private static final class Records {
        private final SubjectId person;
        private final Map<String, Reading> records = new LinkedHashMap<>();

        Records(SubjectId person) {
            this.person = person;
            records.put(person.id(), new Reading());
        }

        void add(ResultSet row) throws SQLException {
            records.computeIfAbsent(row.getString("id"), id -> new Reading()).add(row);
        }

        List<RecordLedger> ledgers() {
            List<RecordLedger> ledgers = new ArrayList<>();
            records.forEach((id, reading) -> ledgers.add(reading.ledger(new SubjectId(person.type(), id))));
            return List.copyOf(ledgers);
        }
    }

    /** What has been read of one record. */
    private static final class Reading {
        private final List<Consent> consents = new ArrayList<>();
        private final List<Granted> granted = new ArrayList<>();
        private final List<Objection> objections = new ArrayList<>();
        private @Nullable Instant since;

        void add(ResultSet row) throws SQLException {
            Purpose purpose = Purpose.valueOf(row.getString("purpose"));
            Instant at = row.getTimestamp("at").toInstant();
            since = time(row.getTimestamp("since"));
            if (row.getString("kind").equals("O")) {
                objections.add(new Objection(
                        purpose,
                        Optional.ofNullable(row.getString("channel")).map(ChannelKey::new),
                        at,
                        Optional.ofNullable(time(row.getTimestamp("ends_at")))));
                return;
            }
            Consent consent = new Consent(
                    purpose,
                    new ChannelKey(row.getString("channel")),
                    row.getBoolean("granted"),
                    at,
                    Optional.ofNullable(row.getString("evidence")));
            consents.add(consent);
            if (consent.granted()) {
                granted.add(new Granted(row.getLong("seq"), consent));
            }
        }

        RecordLedger ledger(SubjectId record) {
            return new RecordLedger(record, Optional.ofNullable(since), consents, granted, objections);
        }

        private static @Nullable Instant time(@Nullable Timestamp time) {
            return time == null ? null : time.toInstant();
        }
    }
}
