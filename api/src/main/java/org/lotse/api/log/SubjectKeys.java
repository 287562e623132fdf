package org.lotse.api.log;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;

/**
 * One key per subject (AES-256-GCM), wrapped by the installation's master key. Who destroys a subject's key makes
 * everything written under it unreadable for good. Reading takes the key from the database each time, so that a destroyed
 * one is gone on every instance at once; only writing remembers keys. Thread-safe.
 */
final class SubjectKeys {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int REMEMBERED = 50_000;

    private final SecretKey master;
    private final SecureRandom random = new SecureRandom();
    private final Map<SubjectId, Key> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SubjectId, Key> eldest) {
            return size() > REMEMBERED;
        }
    });

    private long erasures = -1;

    SubjectKeys(MasterKey master) {
        this.master = master.wrapping();
    }

    /**
     * A subject's key.
     *
     * @param number what rows name the subject by
     */
    record Key(long number, SecretKey secret) {}

    /** The keys of these subjects, made where there are none, in the transaction of the connection. */
    Map<SubjectId, Key> of(Connection connection, Collection<SubjectId> subjects, Instant now) throws SQLException {
        Map<SubjectId, Key> keys = new HashMap<>();
        List<SubjectId> unknown = new ArrayList<>();
        for (SubjectId subject : subjects) {
            Key known = remembered.get(subject);
            if (known == null) {
                unknown.add(subject);
            } else {
                keys.put(subject, known);
            }
        }
        keys.putAll(current(connection, unknown, now));
        return keys;
    }

    /** The same as the database has them now, whatever is remembered. */
    Map<SubjectId, Key> current(Connection connection, List<SubjectId> subjects, Instant now) throws SQLException {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        Map<SubjectId, Key> keys = stored(connection, subjects);
        List<SubjectId> without = new ArrayList<>(subjects);
        without.removeAll(keys.keySet());
        if (!without.isEmpty()) {
            make(connection, without, now);
            keys.putAll(stored(connection, without));
        }
        return keys;
    }

    /**
     * Forgets all keys when somebody has been erased since, here or on another instance.
     *
     * @param latest the number of the latest erasure
     * @return whether keys used in this transaction may be destroyed ones
     */
    synchronized boolean outdatedBy(long latest) {
        if (latest == erasures) {
            return false;
        }
        erasures = latest;
        remembered.clear();
        return true;
    }

    /** Keeps keys in mind; only after the transaction they were read or made in has been committed. */
    void remember(Map<SubjectId, Key> keys) {
        remembered.putAll(keys);
    }

    /** A key destroyed in the database is not to be written with any more. */
    void forget(SubjectId subject) {
        remembered.remove(subject);
    }

    byte[] encrypt(Key key, byte[] plain) {
        return encrypt(key.secret(), plain);
    }

    /** Opens what was written under a wrapped key. */
    byte[] decrypt(byte[] wrapped, byte[] sealed) {
        return decrypt(new SecretKeySpec(decrypt(master, wrapped), "AES"), sealed);
    }

    /** Whether a wrapped key was wrapped by this master key. */
    boolean opens(byte[] wrapped) {
        try {
            return decrypt(master, wrapped).length == KEY_BYTES;
        } catch (UnreadableRecord other) {
            return false;
        }
    }

    private Map<SubjectId, Key> stored(Connection connection, List<SubjectId> subjects) throws SQLException {
        Map<SubjectId, Key> keys = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select k.subject_type, k.subject_id, k.number, k.wrapped
                from subject_key k join unnest(?::text[], ?::text[]) as asked (type, id)
                    on k.subject_type = asked.type and k.subject_id = asked.id collate "C\"""")) {
            query.setArray(1, types(connection, subjects));
            query.setArray(2, ids(connection, subjects));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    keys.put(
                            new SubjectId(new SubjectType(rows.getString(1)), rows.getString(2)),
                            new Key(rows.getLong(3), new SecretKeySpec(decrypt(master, rows.getBytes(4)), "AES")));
                }
            }
        }
        return keys;
    }

    /** In one order everywhere, so that two writers that need the same keys wait for, but never block, each other. */
    private void make(Connection connection, List<SubjectId> subjects, Instant now) throws SQLException {
        List<SubjectId> ordered = subjects.stream()
                .sorted(Comparator.comparing((SubjectId id) -> id.type().value())
                        .thenComparing(SubjectId::id))
                .toList();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into subject_key (subject_type, subject_id, wrapped, created_at)
                select type, id, wrapped, ? from unnest(?::text[], ?::text[], ?::bytea[])
                    with ordinality as new (type, id, wrapped, place) order by place
                on conflict do nothing""")) {
            insert.setTimestamp(1, Timestamp.from(now));
            insert.setArray(2, types(connection, ordered));
            insert.setArray(3, ids(connection, ordered));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea",
                            ordered.stream()
                                    .map(subject -> encrypt(master, newKey()))
                                    .toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    private byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    private static java.sql.Array types(Connection connection, List<SubjectId> subjects) throws SQLException {
        return connection.createArrayOf(
                "text", subjects.stream().map(subject -> subject.type().value()).toArray());
    }

    private static java.sql.Array ids(Connection connection, List<SubjectId> subjects) throws SQLException {
        return connection.createArrayOf(
                "text", subjects.stream().map(SubjectId::id).toArray());
    }

    private byte[] encrypt(SecretKey key, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, plain, 0, plain.length);
        byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
        return both;
    }

    private static byte[] decrypt(SecretKey key, byte[] both) {
        return run(
                Cipher.DECRYPT_MODE,
                key,
                Arrays.copyOf(both, NONCE_BYTES),
                both,
                NONCE_BYTES,
                both.length - NONCE_BYTES);
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] input, int from, int length) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input, from, length);
        } catch (GeneralSecurityException e) {
            throw new UnreadableRecord(
                    "A stored decision could not be opened. Maybe it was changed, or lotse.master-key is not the key it"
                            + " was written with.",
                    e);
        }
    }
}
