package org.lotse.api.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.api.database.Question;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which records are the same person. Thread-safe. */
@Component
public class Persons {
    /**
     * The records of a person as a common table expression {@code record (id, since)}, for the queries of ledgers: the
     * record itself, and those it was merged with. Its parameters: {@link #parameters}.
     */
    public static final String RECORDS = """
            record as (
                select cast(? as text) collate "C" as id, (select since from person_record p
                    where p.subject_type = ? and p.subject_id = ?) as since
                union all
                select other.subject_id, other.since
                from person_record own join person_record other
                    on other.subject_type = own.subject_type and other.person = own.person
                        and other.subject_id <> own.subject_id
                where own.subject_type = ? and own.subject_id = ?)
            """;

    /**
     * The records of many persons as a common table expression {@code record (asked, id, since)}: each record asked for,
     * and those it was merged with. Its parameters: {@link #parameters(SubjectType, List)}.
     */
    public static final String RECORDS_OF_MANY = """
            record as (
                select each.id collate "C" as asked, each.id collate "C" as id, p.since
                from unnest(cast(? as text[])) as each (id)
                left join person_record p on p.subject_type = ? and p.subject_id = each.id
                union all
                select own.subject_id, other.subject_id, other.since
                from person_record own join person_record other
                    on other.subject_type = own.subject_type and other.person = own.person
                        and other.subject_id <> own.subject_id
                where own.subject_type = ? and own.subject_id = any (cast(? as text[])))
            """;

    private static final String LEADING = "select person from person_record where subject_type = ? and subject_id = ?";

    private final JdbcClient database;

    Persons(JdbcClient database) {
        this.database = database;
    }

    /** The parameters of {@link #RECORDS}, in their order, before those of the rest of the query. */
    public static List<Object> parameters(SubjectId record) {
        String type = record.type().value();
        return List.of(record.id(), type, record.id(), type, record.id());
    }

    /** The parameters of {@link #RECORDS_OF_MANY}, in their order, before those of the rest of the query. */
    public static List<Object> parameters(SubjectType type, List<SubjectId> records) {
        String[] ids = records.stream().map(SubjectId::id).toArray(String[]::new);
        return List.of(ids, type.value(), type.value(), ids);
    }

    /** The leading records of those that were merged, by record; all of one type. */
    public Map<SubjectId, SubjectId> leading(SubjectType type, List<SubjectId> records) {
        Map<SubjectId, SubjectId> leading = new HashMap<>();
        database.sql("select subject_id, person from person_record where subject_type = ? and subject_id = any (?)")
                .param(type.value())
                .param(records.stream().map(SubjectId::id).toArray(String[]::new))
                .query(row -> {
                    leading.put(
                            new SubjectId(type, row.getString("subject_id")),
                            new SubjectId(type, row.getString("person")));
                });
        return leading;
    }

    /** The record that leads the person's records; the record itself when it was never merged. */
    public SubjectId leading(SubjectId record) {
        return leading(database, record);
    }

    /** The question for {@link #leading}, to be asked together with others. */
    public Question<SubjectId> leads(SubjectId record) {
        return new Question<>(
                LEADING,
                List.of(record.type().value(), record.id()),
                rows -> rows.next() ? new SubjectId(record.type(), rows.getString(1)) : record);
    }

    /** All records of the person, the asked one first. */
    public List<SubjectId> records(SubjectId record) {
        return database.sql("with " + RECORDS + " select id from record")
                .params(parameters(record))
                .query((row, number) -> new SubjectId(record.type(), row.getString("id")))
                .list();
    }

    /**
     * Lets nobody else count or change what this person's contacts are until the transaction ends; whoever merges or
     * splits the person's records meanwhile waits, too.
     */
    public static void lock(JdbcClient database, SubjectId record) {
        SubjectId locked = lockOne(database, record);
        for (SubjectId leading = leading(database, record);
                !leading.equals(locked);
                leading = leading(database, record)) {
            locked = lockOne(database, leading);
        }
    }

    private static SubjectId lockOne(JdbcClient database, SubjectId id) {
        database.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) locked")
                .params(id.toString())
                .query(Integer.class)
                .single();
        return id;
    }

    private static SubjectId leading(JdbcClient database, SubjectId record) {
        Optional<String> person = database.sql(LEADING)
                .params(record.type().value(), record.id())
                .query(String.class)
                .optional();
        return person.map(id -> new SubjectId(record.type(), id)).orElse(record);
    }
}
