package org.lotse.engine.action;

import java.util.Locale;

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
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return upper.equals("E-MAIL") ? "EMAIL" : upper.replaceAll("[^\\p{L}\\p{N}]+", "_");
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
