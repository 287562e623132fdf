package org.lotse.api.consent;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lotse.api.database.Question;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledgers of consents and objections. A consent given after an objection lifts it for that channel; an objection
 * after a consent ends it. What holds is read anew for every decision.
 */
@Component
@Transactional
public class Consents {
    /** Whoever asks for a moment this close to now asks for now: what is in the ledger holds, whoever's clock is ahead. */
    private static final Duration NOW = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final ReadLedgers ledgers;
    private final KeptObjections kept;
    private final AllChannels channels;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Consents(
            JdbcClient database,
            ReadLedgers ledgers,
            KeptObjections kept,
            AllChannels channels,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.database = database;
        this.ledgers = ledgers;
        this.kept = kept;
        this.channels = channels;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Whether somebody agrees to be contacted.
     *
     * @param at from when on
     * @param evidence where the agreement can be seen
     */
    public record Consent(
            Purpose purpose, ChannelKey channel, boolean granted, Instant at, Optional<String> evidence) {}

    /**
     * Somebody does not want to be contacted.
     *
     * @param channel empty means over no channel
     * @param ends when it ends by itself, if the person said so
     */
    public record Objection(Purpose purpose, Optional<ChannelKey> channel, Instant at, Optional<Instant> ends) {
        /** An objection that holds until it is taken back. */
        public Objection(Purpose purpose, Optional<ChannelKey> channel, Instant at) {
            this(purpose, channel, at, Optional.empty());
        }

        boolean holdsAt(Instant moment) {
            return ends.map(moment::isBefore).orElse(true);
        }
    }

    /**
     * Published in the transaction that writes a refusal into the ledger.
     *
     * @param person whose
     */
    public record Refused(SubjectId person) {}

    /**
     * Writes a consent, or its withdrawal, into the ledger.
     *
     * @param by who reports it
     */
    public void record(SubjectId person, Consent consent, String by) {
        database.sql("""
                insert into consent (subject_type, subject_id, purpose, channel, granted, at, evidence, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(person.type().value())
                .param(person.id())
                .param(consent.purpose().name())
                .param(consent.channel().value())
                .param(consent.granted())
                .param(Timestamp.from(consent.at()))
                .param(consent.evidence().orElse(null))
                .param(Timestamp.from(clock.instant()))
                .param(by)
                .update();
        if (!consent.granted()) {
            publisher.publishEvent(new Refused(person));
        }
    }

    /**
     * Writes an objection into the ledger.
     *
     * @param by who reports it
     */
    public void record(SubjectId person, Objection objection, String by) {
        kept.write(person, objection, clock.instant(), by);
        publisher.publishEvent(new Refused(person));
    }

    /** Writes a consent unless the very same stands in the ledger already, so that an import can be repeated. */
    public void recordOnce(SubjectId person, Consent consent, String by) {
        if (!ledgers.of(person, consent.at()).getFirst().consents().contains(consent)) {
            record(person, consent, by);
        }
    }

    /** Writes an objection unless the very same stands in the ledger already, so that an import can be repeated. */
    public void recordOnce(SubjectId person, Objection objection, String by) {
        if (!ledgers.of(person, objection.at()).getFirst().objections().contains(objection)) {
            record(person, objection, by);
        }
    }

    /**
     * What the person allows and objects to at a moment, as decisions read it; all records of the person together. One
     * question to the database, which needs no transaction around it.
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Permissions permissions(SubjectId person, Instant at) {
        return permissions(ledgers.of(person, horizon(at)), person, at);
    }

    private Permissions permissions(List<RecordLedger> own, SubjectId person, Instant at) {
        return isEmpty(own) ? kept.of(person, at) : RecordLedger.permissions(own, channels.all(), at);
    }

    private static boolean isEmpty(List<RecordLedger> own) {
        for (RecordLedger ledger : own) {
            if (!ledger.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The same for many persons at once, whose records are of one type. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Map<SubjectId, Permissions> permissions(SubjectType type, List<SubjectId> persons, Instant at) {
        Set<ChannelKey> known = channels.all();
        Map<SubjectId, Permissions> permissions = new HashMap<>();
        List<SubjectId> unheard = new ArrayList<>();
        ledgers.of(type, persons, horizon(at)).forEach((person, own) -> {
            if (isEmpty(own)) {
                unheard.add(person);
            } else {
                permissions.put(person, RecordLedger.permissions(own, known, at));
            }
        });
        permissions.putAll(kept.of(unheard, at));
        return permissions;
    }

    /** The question for {@link #permissions}, to be asked together with others; what it answers is to be asked for later. */
    public Question<Supplier<Permissions>> permits(SubjectId person, Instant at) {
        Question<List<RecordLedger>> read = ledgers.question(person, horizon(at));
        return new Question<>(read.sql(), read.parameters(), rows -> {
            List<RecordLedger> own = read.reading().read(rows);
            return () -> permissions(own, person, at);
        });
    }

    /**
     * What a person allows, and by which consent marketing over a channel is allowed.
     *
     * @param justifying the latest consent to it; empty when it is not allowed
     */
    public record Allowed(Permissions permissions, Optional<Granted> justifying) {}

    /** What the person allows at a moment, with the consent that justifies marketing over a channel if one does. */
    @Transactional(readOnly = true)
    public Allowed allowed(SubjectId person, ChannelKey channel, Instant at) {
        List<RecordLedger> own = ledgers.of(person, horizon(at));
        Permissions permissions = permissions(own, person, at);
        Optional<Granted> justifying = permissions.marketing().getOrDefault(channel, false)
                ? own.stream()
                        .flatMap(ledger -> ledger.granted().stream())
                        .filter(granted -> granted.consent().purpose() == Purpose.MARKETING
                                && granted.consent().channel().equals(channel))
                        .max(java.util.Comparator.comparing(
                                granted -> granted.consent().at()))
                : Optional.empty();
        return new Allowed(permissions, justifying);
    }

    /**
     * A consent that was given.
     *
     * @param id its number in the ledger
     */
    public record Granted(long id, Consent consent) {}

    private Instant horizon(Instant at) {
        return at.isBefore(clock.instant().minus(NOW)) ? at : at.plus(NOW);
    }
}
