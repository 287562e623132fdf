package org.lotse.api.consent;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.api.consent.Consents.Objection;
import org.lotse.api.subjects.Delivery;
import org.lotse.api.subjects.Pseudonyms;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Objections that outlive the erasure of who objected, under keyed hashes of the id and of every e-mail address; who
 * comes back under either still objects.
 */
@Component
class KeptObjections {
    private static final TermKey EMAIL = new TermKey("email");
    private static final String RETURNED = "objected before erasure";

    private final JdbcClient database;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    KeptObjections(JdbcClient database, Pseudonyms pseudonyms, Clock clock) {
        this.database = database;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** Writes an objection into the ledger. */
    void write(SubjectId person, Objection objection, Instant now, String by) {
        database.sql("""
                insert into objection (subject_type, subject_id, purpose, channel, at, ends_at, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(person.type().value())
                .param(person.id())
                .param(objection.purpose().name())
                .param(objection.channel().map(ChannelKey::value).orElse(null))
                .param(Timestamp.from(objection.at()))
                .param(objection.ends().map(Timestamp::from).orElse(null))
                .param(Timestamp.from(now))
                .param(by)
                .update();
    }

    /** Keeps what a person who is being erased objects to. */
    void keep(SubjectId person, Permissions permissions, List<Objection> objections) {
        Set<String> hashes = new HashSet<>();
        hashes.add(hex(pseudonyms.of(person)));
        emails(person).forEach(address -> hashes.add(hex(pseudonyms.ofEmail(address))));
        Instant now = clock.instant();
        objections.stream()
                .filter(objection -> objection.holdsAt(now) && holds(objection, permissions))
                .forEach(objection -> hashes.forEach(hash -> keep(hash, objection, now)));
    }

    private static boolean holds(Objection objection, Permissions permissions) {
        return objection
                .channel()
                .map(channel -> permissions.objectsTo(Purpose.MARKETING, channel))
                .orElseGet(() -> permissions.objectedPurposes().contains(objection.purpose())
                        || !permissions.objectedChannels().isEmpty());
    }

    private void keep(String hash, Objection objection, Instant now) {
        database.sql("""
                        insert into kept_objection (hash, purpose, channel, at, ends_at, kept_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (hash, purpose, channel) do update set at = greatest(kept_objection.at, excluded.at),
                            ends_at = case when kept_objection.ends_at is null or excluded.ends_at is null then null
                                else greatest(kept_objection.ends_at, excluded.ends_at) end
                        """)
                .param(HexFormat.of().parseHex(hash))
                .param(objection.purpose().name())
                .param(objection.channel().map(ChannelKey::value).orElse(""))
                .param(Timestamp.from(objection.at()))
                .param(objection.ends().map(Timestamp::from).orElse(null))
                .param(Timestamp.from(now))
                .update();
    }

    /** What somebody objects to of whom nothing is stored but that. */
    Permissions of(SubjectId person, Instant at) {
        List<Objection> objections = found(List.of(pseudonyms.of(person))).values().stream()
                .flatMap(List::stream)
                .toList();
        return objections.isEmpty() ? Permissions.NONE : RecordLedger.permissions(List.of(), objections, Set.of(), at);
    }

    /** The same for many at once. */
    Map<SubjectId, Permissions> of(List<SubjectId> persons, Instant at) {
        Map<String, SubjectId> byHash = new HashMap<>();
        List<byte[]> hashes = new ArrayList<>();
        for (SubjectId person : persons) {
            hashes.add(pseudonyms.of(person));
            byHash.put(hex(hashes.getLast()), person);
        }
        Map<SubjectId, Permissions> permissions = new HashMap<>();
        persons.forEach(person -> permissions.put(person, Permissions.NONE));
        found(hashes)
                .forEach((hash, objections) -> permissions.put(
                        byHash.get(hash), RecordLedger.permissions(List.of(), objections, Set.of(), at)));
        return permissions;
    }

    /** Who of these objected before being erased objects again. */
    void objectAgain(Collection<Delivery> delivered) {
        if (!any()) {
            return;
        }
        Map<String, SubjectId> byHash = new HashMap<>();
        List<byte[]> hashes = new ArrayList<>();
        for (Delivery delivery : delivered) {
            hashes.add(pseudonyms.of(delivery.subject()));
            byHash.put(hex(hashes.getLast()), delivery.subject());
            if (delivery.attributes().get(EMAIL) instanceof Value.Text(String address)) {
                hashes.add(pseudonyms.ofEmail(address));
                byHash.put(hex(hashes.getLast()), delivery.subject());
            }
        }
        Instant now = clock.instant();
        found(hashes).forEach((hash, objections) -> {
            SubjectId person = byHash.get(hash);
            if (person != null) {
                objections.stream()
                        .filter(objection -> objection.holdsAt(now) && !isWritten(person, objection))
                        .forEach(objection -> write(person, objection, now, RETURNED));
            }
        });
    }

    private boolean any() {
        return database.sql("select exists (select 1 from kept_objection)")
                .query(Boolean.class)
                .single();
    }

    private boolean isWritten(SubjectId person, Objection objection) {
        return database.sql("""
                        select exists (select 1 from objection where subject_type = ? and subject_id = ? and purpose = ?
                            and channel is not distinct from ? and at >= ?)
                        """)
                .param(person.type().value())
                .param(person.id())
                .param(objection.purpose().name())
                .param(objection.channel().map(ChannelKey::value).orElse(null))
                .param(Timestamp.from(objection.at()))
                .query(Boolean.class)
                .single();
    }

    private Map<String, List<Objection>> found(List<byte[]> hashes) {
        Map<String, List<Objection>> found = new HashMap<>();
        database.sql("select * from kept_objection where hash = any (?)")
                .param(hashes.toArray(byte[][]::new))
                .query((row, number) -> found.computeIfAbsent(hex(row.getBytes("hash")), hash -> new ArrayList<>())
                        .add(new Objection(
                                Purpose.valueOf(row.getString("purpose")),
                                Optional.of(row.getString("channel"))
                                        .filter(channel -> !channel.isEmpty())
                                        .map(ChannelKey::new),
                                row.getTimestamp("at").toInstant(),
                                Optional.ofNullable(row.getTimestamp("ends_at")).map(Timestamp::toInstant))))
                .list();
        return found;
    }

    /** Every e-mail address that was ever delivered of a person. */
    private List<String> emails(SubjectId person) {
        return database.sql("""
                        select distinct attributes ->> ? as address from subject_version
                        where type = ? and id = ? and attributes ->> ? <> ''
                        """)
                .params(EMAIL.value(), person.type().value(), person.id(), EMAIL.value())
                .query((row, number) -> row.getString("address"))
                .list();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
