package org.lotse.api.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledgers of consents and objections. A consent given after an objection lifts it for that channel; an objection
 * after a consent ends it.
 */
@Component
@Transactional
public class Consents {
    private final JdbcClient database;
    private final Clock clock;

    Consents(JdbcClient database, Clock clock) {
        this.database = database;
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
     */
    public record Objection(Purpose purpose, Optional<ChannelKey> channel, Instant at) {}

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
    }

    /**
     * Writes an objection into the ledger.
     *
     * @param by who reports it
     */
    public void record(SubjectId person, Objection objection, String by) {
        database.sql("""
                insert into objection (subject_type, subject_id, purpose, channel, at, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .param(person.type().value())
                .param(person.id())
                .param(objection.purpose().name())
                .param(objection.channel().map(ChannelKey::value).orElse(null))
                .param(Timestamp.from(objection.at()))
                .param(Timestamp.from(clock.instant()))
                .param(by)
                .update();
    }

    /** Writes a consent unless the very same stands in the ledger already, so that an import can be repeated. */
    public void recordOnce(SubjectId person, Consent consent, String by) {
        if (!consents(person, consent.at()).contains(consent)) {
            record(person, consent, by);
        }
    }

    /** Writes an objection unless the very same stands in the ledger already, so that an import can be repeated. */
    public void recordOnce(SubjectId person, Objection objection, String by) {
        if (!objections(person, objection.at()).contains(objection)) {
            record(person, objection, by);
        }
    }

    /** The consents of a person up to a moment, oldest first. */
    @Transactional(readOnly = true)
    public List<Consent> consents(SubjectId person, Instant at) {
        return database.sql("""
                select purpose, channel, granted, at, evidence from consent
                where subject_type = ? and subject_id = ? and at <= ? order by at, seq""")
                .params(person.type().value(), person.id(), Timestamp.from(at))
                .query((row, number) -> consent(row))
                .list();
    }

    /** The objections of a person up to a moment, oldest first. */
    @Transactional(readOnly = true)
    public List<Objection> objections(SubjectId person, Instant at) {
        return database.sql("""
                select purpose, channel, at from objection
                where subject_type = ? and subject_id = ? and at <= ? order by at, seq""")
                .params(person.type().value(), person.id(), Timestamp.from(at))
                .query((row, number) -> objection(row))
                .list();
    }

    /** What the person allows and objects to at a moment, as decisions read it. */
    @Transactional(readOnly = true)
    public Permissions permissions(SubjectId person, Instant at) {
        return permissions(consents(person, at), objections(person, at));
    }

    static Permissions permissions(List<Consent> consents, List<Objection> objections) {
        Map<ChannelKey, Consent> latest = new HashMap<>();
        consents.stream()
                .filter(consent -> consent.purpose() == Purpose.MARKETING)
                .forEach(consent -> latest.put(consent.channel(), consent));
        Set<Purpose> purposes = new HashSet<>();
        Set<ChannelKey> channels = new HashSet<>();
        for (Objection objection : objections) {
            if (objection.channel().isPresent()) {
                ChannelKey channel = objection.channel().get();
                if (!isLifted(objection, Optional.ofNullable(latest.get(channel)))) {
                    channels.add(channel);
                }
            } else if (objection.purpose() == Purpose.SERVICE) {
                purposes.add(Purpose.SERVICE);
            } else if (latest.values().stream().noneMatch(consent -> isLifted(objection, Optional.of(consent)))) {
                purposes.add(Purpose.MARKETING);
            } else {
                // Marketing as a whole was objected to, and later allowed again on some channels only.
                latest.forEach((channel, consent) -> {
                    if (!isLifted(objection, Optional.of(consent))) {
                        channels.add(channel);
                    }
                });
            }
        }
        Map<ChannelKey, Boolean> marketing = new HashMap<>();
        latest.forEach((channel, consent) -> marketing.put(
                channel, consent.granted() && !channels.contains(channel) && !purposes.contains(Purpose.MARKETING)));
        channels.forEach(channel -> marketing.put(channel, false));
        return new Permissions(marketing, purposes, channels);
    }

    private static boolean isLifted(Objection objection, Optional<Consent> consent) {
        return consent.filter(Consent::granted)
                .filter(later -> later.at().isAfter(objection.at()))
                .isPresent();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                Purpose.valueOf(row.getString("purpose")),
                new ChannelKey(row.getString("channel")),
                row.getBoolean("granted"),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getString("evidence")));
    }

    private static Objection objection(ResultSet row) throws SQLException {
        return new Objection(
                Purpose.valueOf(row.getString("purpose")),
                Optional.ofNullable(row.getString("channel")).map(ChannelKey::new),
                row.getTimestamp("at").toInstant());
    }
}
