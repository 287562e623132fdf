package org.lotse.api.person;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.subjects.StoreSubjects;
import org.lotse.api.subjects.SubjectErased;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Merges records into one person and takes them apart again. Takes effect on the next decision. */
@Component
@Transactional
public class MergePersons {
    private static final ProblemKind NOT_MERGED = new ProblemKind("not-merged", HttpStatus.CONFLICT);
    private static final ProblemKind OF_TWO_KINDS = new ProblemKind("private-and-business", HttpStatus.CONFLICT);
    private static final TermKey KIND = new TermKey("kind");

    private final JdbcClient database;
    private final Persons persons;
    private final StoreSubjects subjects;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    MergePersons(
            JdbcClient database,
            Persons persons,
            StoreSubjects subjects,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.database = database;
        this.persons = persons;
        this.subjects = subjects;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Published in the transaction that takes a record out of a person, while it still belongs to it: what the person
     * has objected to since the merge goes with every record.
     *
     * @param record who leaves
     * @param others who stays
     */
    public record RecordLeaves(SubjectId record, List<SubjectId> others) {}

    /** What happened to a person. */
    public enum Kind {
        MERGED,
        SPLIT
    }

    /**
     * Published in the transaction in which a person has changed, afterwards.
     *
     * @param record who came or left
     * @param person the leading record of the person it came to or left
     * @param by who said so
     */
    public record PersonChanged(Kind kind, SubjectId record, SubjectId person, String by) {}

    /**
     * Makes two records one person. The person keeps the place of {@code into} in control groups. Merging twice changes
     * nothing.
     *
     * @throws ProblemException 404 for a record that is not known, 400 for a record merged into itself, 409 for a private
     *     and a business customer
     */
    public List<SubjectId> merge(SubjectId record, SubjectId into, Caller caller) {
        if (record.equals(into)) {
            throw ProblemException.invalid("/into", "SAME_RECORD", into.id());
        }
        Stream.of(record, into).filter(one -> !subjects.exists(one)).findFirst().ifPresent(unknown -> {
            throw ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, unknown.type(), unknown.id());
        });
        Stream.of(record, into)
                .sorted(java.util.Comparator.comparing(SubjectId::id))
                .forEach(one -> Persons.lock(database, one));
        refuseTwoKinds(record, into);
        boolean isNew = !persons.leading(record).equals(persons.leading(into));
        String person = persons.leading(into).id();
        for (SubjectId one : Stream.concat(persons.records(into).stream(), persons.records(record).stream())
                .distinct()
                .toList()) {
            database.sql("""
                            insert into person_record (subject_type, subject_id, person, since, merged_by)
                            values (?, ?, ?, ?, ?)
                            on conflict (subject_type, subject_id) do update set person = excluded.person
                            """)
                    .params(one.type().value(), one.id(), person, Timestamp.from(clock.instant()), caller.name())
                    .update();
        }
        if (isNew) {
            publisher.publishEvent(new PersonChanged(Kind.MERGED, record, persons.leading(into), caller.name()));
        }
        return persons.records(record);
    }

    private void refuseTwoKinds(SubjectId record, SubjectId into) {
        List<String> kinds = Stream.concat(persons.records(record).stream(), persons.records(into).stream())
                .flatMap(one -> subjects.find(one).stream())
                .flatMap(one -> Optional.ofNullable(one.attributes().get(KIND)).stream())
                .map(Value::toString)
                .distinct()
                .toList();
        if (kinds.size() > 1) {
            throw ProblemException.of(OF_TWO_KINDS, record.id(), into.id());
        }
    }

    /**
     * Takes a record out of the person it was merged into.
     *
     * @throws ProblemException 409 when it is not merged
     */
    public List<SubjectId> split(SubjectId record, Caller caller) {
        if (!subjects.exists(record)) {
            throw ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, record.type(), record.id());
        }
        Persons.lock(database, record);
        if (persons.records(record).size() == 1) {
            throw ProblemException.of(NOT_MERGED, record.id());
        }
        List<SubjectId> others = persons.records(record).stream()
                .filter(other -> !other.equals(record))
                .toList();
        takeOut(record);
        publisher.publishEvent(
                new PersonChanged(Kind.SPLIT, record, persons.leading(others.getFirst()), caller.name()));
        return persons.records(record);
    }

    /** First of all who follow: what the person said since the merge becomes the record's own before it is looked at. */
    @EventListener
    @Order(50)
    void forget(SubjectErased erased) {
        Persons.lock(database, erased.subject());
        takeOut(erased.subject());
    }

    private void takeOut(SubjectId record) {
        List<SubjectId> others = persons.records(record).stream()
                .filter(other -> !other.equals(record))
                .toList();
        if (!others.isEmpty()) {
            publisher.publishEvent(new RecordLeaves(record, others));
        }
        delete(record);
        if (others.size() == 1) {
            delete(others.getFirst());
        } else if (!others.isEmpty()) {
            String lead =
                    others.stream().map(SubjectId::id).sorted().findFirst().orElseThrow();
            database.sql("update person_record set person = ? where subject_type = ? and person = ?")
                    .params(lead, record.type().value(), record.id())
                    .update();
        }
    }

    private void delete(SubjectId record) {
        database.sql("delete from person_record where subject_type = ? and subject_id = ?")
                .params(record.type().value(), record.id())
                .update();
    }
}
