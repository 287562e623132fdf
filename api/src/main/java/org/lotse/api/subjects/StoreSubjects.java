package org.lotse.api.subjects;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.values.CurrentVocabulary;
import org.lotse.api.values.StoredValues;
import org.lotse.api.values.WriteValues;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** One subject at a time: reading it as it is now, delivering, changing, erasing it. */
@Component
@Transactional
public class StoreSubjects {
    private static final String LATEST = """
            select s.id, s.version, v.attributes, v.links from subject s
            left join lateral (
                select attributes, links from subject_version v
                where v.type = s.type and v.id = s.id and v.valid_from <= :now
                order by v.valid_from desc, v.version desc limit 1) v on true
            """;

    private final JdbcClient database;
    private final JsonMapper json;
    private final CurrentVocabulary vocabulary;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;

    StoreSubjects(
            JdbcClient database,
            JsonMapper json,
            CurrentVocabulary vocabulary,
            Clock clock,
            ApplicationEventPublisher publisher) {
        this.database = database;
        this.json = json;
        this.vocabulary = vocabulary;
        this.clock = clock;
        this.publisher = publisher;
    }

    /** The subject as it is now, if it is known. */
    @Transactional(readOnly = true)
    public Optional<StoredSubject> find(SubjectId id) {
        return read(
                        LATEST + " where s.type = :type and s.id = :id",
                        Map.of("type", id.type().value(), "id", id.id()),
                        id.type())
                .stream()
                .findFirst();
    }

    /** Subjects of a type in the order of their ids, those after {@code after}. */
    @Transactional(readOnly = true)
    public List<StoredSubject> page(SubjectType type, String after, int limit) {
        return read(
                LATEST + " where s.type = :type and s.id > :after order by s.id limit :limit",
                Map.of("type", type.value(), "after", after, "limit", limit),
                type);
    }

    /** Whether the subject is known. */
    @Transactional(readOnly = true)
    public boolean exists(SubjectId id) {
        return database.sql("select true from subject where type = ? and id = ?")
                .params(id.type().value(), id.id())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /**
     * Makes a new version of a subject from its present one; a subject not known yet begins without values.
     *
     * @param expected checks the present version, 0 for a new subject, before anything is written
     * @param change the present subject to the delivery
     */
    public StoredSubject change(SubjectId id, VersionExpected expected, Function<StoredSubject, Delivery> change) {
        Timestamp now = Timestamp.from(clock.instant());
        database.sql("insert into subject (type, id, version, created_at) values (?, ?, 0, ?) on conflict do nothing")
                .params(id.type().value(), id.id(), now)
                .update();
        database.sql("select version from subject where type = ? and id = ? for update")
                .params(id.type().value(), id.id())
                .query(Long.class)
                .single();
        StoredSubject present = find(id).orElseThrow();
        expected.check(present.version());
        Delivery delivery = change.apply(present);
        long version = present.version() + 1;
        database.sql("""
                insert into subject_version (type, id, version, valid_from, recorded_at, attributes, links)
                values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""")
                .params(
                        id.type().value(),
                        id.id(),
                        version,
                        Timestamp.from(delivery.validFrom()),
                        now,
                        json.writeValueAsString(WriteValues.plain(delivery.attributes())),
                        json.writeValueAsString(StoredLinks.plain(delivery.links())))
                .update();
        database.sql("update subject set version = ? where type = ? and id = ?")
                .params(version, id.type().value(), id.id())
                .update();
        publisher.publishEvent(new SubjectsDelivered(List.of(delivery)));
        return new StoredSubject(id, version, delivery.attributes(), delivery.links());
    }

    /** Erases a subject and everything any capability stores about it. */
    public void erase(SubjectId id, VersionExpected expected) {
        StoredSubject present =
                find(id).orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, id.type(), id.id()));
        expected.check(present.version());
        publisher.publishEvent(new SubjectErased(id));
        database.sql("delete from subject where type = ? and id = ?")
                .params(id.type().value(), id.id())
                .update();
    }

    /** What a caller expects the present version to be. */
    public interface VersionExpected {
        VersionExpected ANY = present -> {};

        /**
         * @throws ProblemException 412 when the present version is another
         */
        void check(long present);
    }

    Instant now() {
        return clock.instant();
    }

    private List<StoredSubject> read(String sql, Map<String, ?> parameters, SubjectType type) {
        Vocabulary current = vocabulary.get();
        StoredValues values = new StoredValues(json, current);
        return database.sql(sql)
                .params(parameters)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> {
                    String attributes = row.getString("attributes");
                    String links = row.getString("links");
                    Map<TermKey, Value> known = attributes == null ? Map.of() : values.attributes(type, attributes);
                    return new StoredSubject(
                            new SubjectId(type, row.getString("id")),
                            row.getLong("version"),
                            known,
                            links == null ? Map.of() : StoredLinks.read(json, current, type, links));
                })
                .list();
    }
}
