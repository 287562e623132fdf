package org.lotse.api.log;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The id of a decision: {@code d-} and a UUID of version 7, which begins with the time it was made. So the log finds it in
 * its month, and knows of one whose month is gone that it has expired.
 */
public final class DecisionId {
    private static final String PREFIX = "d-";
    private static final int TIME_ORDERED = 7;
    private static final int TIME_SHIFT = 16;

    private DecisionId() {}

    /** A new id. */
    public static String make(Instant now, RandomGenerator random) {
        long high = now.toEpochMilli() << TIME_SHIFT | 0x7000L | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return PREFIX + new UUID(high, low);
    }

    /** When it was made, to the millisecond; empty when it is no id of ours. */
    public static Optional<Instant> time(String id) {
        return uuid(id).filter(uuid -> uuid.version() == TIME_ORDERED)
                .map(uuid -> Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> TIME_SHIFT));
    }

    static void write(String id, ByteBuffer target) {
        UUID uuid = uuid(id).orElseThrow(() ->
                new IllegalArgumentException("\"" + id + "\" is no decision id. Maybe make it with DecisionId.make."));
        target.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }

    static String read(ByteBuffer source) {
        return PREFIX + new UUID(source.getLong(), source.getLong());
    }

    private static Optional<UUID> uuid(String id) {
        if (!id.startsWith(PREFIX) || id.length() != PREFIX.length() + 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(id.substring(PREFIX.length())));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}
