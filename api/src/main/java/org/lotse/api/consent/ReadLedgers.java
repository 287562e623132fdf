package org.lotse.api.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
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
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what stands in the ledgers about all records of a person, in one question. */
@Component
class ReadLedgers {
    private static final String QUERY = "with " + Persons.RECORDS + """
            , written as (
                select 'C' as kind, l.seq, r.id, r.since, l.purpose, l.channel, l.granted, l.at, l.evidence,
                    null::timestamptz as ends_at
                from record r join consent l on l.subject_type = ? and l.subject_id = r.id
                where l.at <= ?
                union all
                select 'O', l.seq, r.id, r.since, l.purpose, l.channel, false, l.at, null, l.ends_at
                from record r join objection l on l.subject_type = ? and l.subject_id = r.id
                where l.at <= ?)
            select * from written order by at, seq
            """;

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

    private static List<RecordLedger> ledgers(SubjectId person, ResultSet rows) throws SQLException {
        Map<String, Reading> records = new LinkedHashMap<>();
        records.put(person.id(), new Reading());
        while (rows.next()) {
            records.computeIfAbsent(rows.getString("id"), id -> new Reading()).add(rows);
        }
        List<RecordLedger> ledgers = new ArrayList<>();
        records.forEach((id, reading) -> ledgers.add(reading.ledger(new SubjectId(person.type(), id))));
        return List.copyOf(ledgers);
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
