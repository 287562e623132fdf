package org.lotse.api.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Purpose;

/**
 * A row of the log as it is stored: no personal value in the clear, the subject by its key's number.
 *
 * @param micros the moment of decision, microseconds since 1970
 * @param record ciphertext
 */
record LogRow(
        String id,
        String decision,
        long subject,
        long micros,
        String direction,
        @Nullable String action,
        @Nullable String channel,
        double probability,
        String rules,
        Purpose kept,
        byte[] record) {
    static final int DIGEST_BYTES = 16;

    static LogRow of(LogEntry entry, long subject, byte[] sealed) {
        return new LogRow(
                entry.id(),
                entry.decision(),
                subject,
                micros(entry.at()),
                entry.direction(),
                entry.action(),
                entry.channel(),
                entry.probability(),
                entry.rules(),
                entry.kept(),
                sealed);
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** What the seal remembers of the row; covers every column. */
    byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (@Nullable
            String text : new @Nullable String[] {id, decision, direction, action, channel, rules, kept.name()}) {
                byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(0, text == null ? -1 : bytes.length));
                digest.update(bytes);
            }
            digest.update(ByteBuffer.allocate(24)
                    .putLong(subject)
                    .putLong(micros)
                    .putLong(Double.doubleToLongBits(probability))
                    .flip());
            digest.update(record);
            return Arrays.copyOf(digest.digest(), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256. Maybe it is not a complete JDK.", e);
        }
    }
}
