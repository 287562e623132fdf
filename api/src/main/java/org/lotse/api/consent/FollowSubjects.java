package org.lotse.api.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.lotse.api.person.MergePersons;
import org.lotse.api.subjects.SubjectErased;
import org.lotse.api.subjects.SubjectsDelivered;
import org.lotse.engine.term.SubjectId;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of consents and objections when records are erased, come back, or leave a person. */
@Component
class FollowSubjects {
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient database;
    private final ReadLedgers ledgers;
    private final KeptObjections kept;
    private final ConsentUses uses;
    private final AllChannels channels;
    private final Clock clock;

    FollowSubjects(
            JdbcClient database,
            ReadLedgers ledgers,
            KeptObjections kept,
            ConsentUses uses,
            AllChannels channels,
            Clock clock) {
        this.database = database;
        this.ledgers = ledgers;
        this.kept = kept;
        this.uses = uses;
        this.channels = channels;
        this.clock = clock;
    }

    /** After the record has left its person, so that what the person said since the merge is the record's own. */
    @EventListener
    @Order(100)
    void keep(SubjectErased erased) {
        List<RecordLedger> own = List.of(ledgers.of(erased.subject(), EVER).getFirst());
        kept.keep(
                erased.subject(),
                RecordLedger.permissions(own, channels.all(), clock.instant()),
                own.getFirst().objections());
        uses.pseudonymise(erased.subject());
    }

    @EventListener
    void objectAgain(SubjectsDelivered delivered) {
        kept.objectAgain(delivered.deliveries());
    }

    /** What a person refused while the records were one goes with each of them. */
    @EventListener
    void refuseOnBothSides(MergePersons.RecordLeaves leaves) {
        for (SubjectId other : leaves.others()) {
            copyRefusals(leaves.record(), other);
            copyRefusals(other, leaves.record());
        }
    }

    private void copyRefusals(SubjectId from, SubjectId to) {
        String since = """
                (select max(since) from person_record where subject_type = ? and subject_id in (?, ?))""";
        database.sql("""
                        insert into objection (subject_type, subject_id, purpose, channel, at, ends_at, recorded_at, recorded_by)
                        select subject_type, ?, purpose, channel, at, ends_at, recorded_at, recorded_by from objection
                        where subject_type = ? and subject_id = ? and recorded_at >= """ + since)
                .params(to.id(), from.type().value(), from.id(), from.type().value(), from.id(), to.id())
                .update();
        database.sql("""
                        insert into consent (subject_type, subject_id, purpose, channel, granted, at, evidence, recorded_at,
                            recorded_by)
                        select subject_type, ?, purpose, channel, granted, at, evidence, recorded_at, recorded_by from consent
                        where subject_type = ? and subject_id = ? and not granted and recorded_at >= """ + since)
                .params(to.id(), from.type().value(), from.id(), from.type().value(), from.id(), to.id())
                .update();
    }
}
