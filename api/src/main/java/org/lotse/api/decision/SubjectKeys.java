package org.lotse.api.decision;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.lotse.engine.term.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One key per subject (AES-256-GCM), wrapped by the installation's master key. Who destroys a subject's key makes
 * everything written under it unreadable for good. Thread-safe.
 */
final class SubjectKeys {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int REMEMBERED = 20_000;

    private final JdbcClient database;
    private final SecretKey master;
    private final SecureRandom random = new SecureRandom();
    private final Map<SubjectId, SecretKey> remembered =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<SubjectId, SecretKey> eldest) {
                    return size() > REMEMBERED;
                }
            });

    /**
     * @param masterKey 32 bytes
     */
    SubjectKeys(JdbcClient database, byte[] masterKey) {
        if (masterKey.length != KEY_BYTES) {
            throw new IllegalArgumentException("The master key has " + masterKey.length
                    + " bytes instead of 32. Maybe make one with: openssl rand -base64 32");
        }
        this.database = database;
        this.master = new SecretKeySpec(masterKey, "AES");
    }

    /** The text as ciphertext under the subject's key, which is made if there is none. */
    byte[] encrypt(SubjectId subject, String text) {
        return encrypt(keyOf(subject), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text again; empty when the subject's key has been destroyed. */
    Optional<String> decrypt(SubjectId subject, byte[] ciphertext) {
        return stored(subject).map(key -> new String(decrypt(key, ciphertext), StandardCharsets.UTF_8));
    }

    /** Destroys the subject's key: what was written under it is unreadable for good. */
    void destroy(SubjectId subject) {
        database.sql("delete from subject_key where subject_type = ? and subject_id = ?")
                .params(subject.type().value(), subject.id())
                .update();
        remembered.remove(subject);
    }

    private SecretKey keyOf(SubjectId subject) {
        SecretKey known = remembered.get(subject);
        if (known != null) {
            return known;
        }
        SecretKey key = stored(subject).orElseGet(() -> made(subject));
        remembered.put(subject, key);
        return key;
    }

    private Optional<SecretKey> stored(SubjectId subject) {
        return database.sql("select wrapped from subject_key where subject_type = ? and subject_id = ?")
                .params(subject.type().value(), subject.id())
                .query(byte[].class)
                .optional()
                .map(wrapped -> new SecretKeySpec(decrypt(master, wrapped), "AES"));
    }

    private SecretKey made(SubjectId subject) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        database.sql("insert into subject_key (subject_type, subject_id, wrapped, created_at)"
                        + " values (?, ?, ?, clock_timestamp()) on conflict do nothing")
                .params(subject.type().value(), subject.id(), encrypt(master, key))
                .update();
        return stored(subject)
                .orElseThrow(() -> new IllegalStateException(
                        "The key of " + subject.type() + " was destroyed while it was made. Maybe ask again."));
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
            throw new IllegalStateException(
                    "A stored decision could not be read. Maybe lotse.master-key is not the key it was written with.",
                    e);
        }
    }
}
