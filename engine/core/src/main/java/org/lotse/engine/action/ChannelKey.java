package org.lotse.engine.action;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A channel's stable name. However a file writes it ({@code Call centre}, {@code call-centre}), it is held and answered
 * as {@code CALL_CENTRE}.
 */
public record ChannelKey(String value) implements Comparable<ChannelKey> {
    public ChannelKey {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A channel needs a key. Maybe a comma is missing before it.");
        }
        value = canonical(value);
    }

    private static String canonical(String text) {
        if (isCanonical(text)) {
            return text;
        }
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return upper.equals("E-MAIL") ? "EMAIL" : upper.replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    /** Spares the patterns for what has been a key before. */
    private static boolean isCanonical(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean isJoint = letter == '_' && (at == 0 || text.charAt(at - 1) != '_');
            if (!(letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9' || isJoint)) {
                return false;
            }
        }
        return true;
    }

    // Keys are compared at every turn; what a record does by itself is not always compiled into place.
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || other instanceof ChannelKey key && value.equals(key.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(ChannelKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
