package org.lotse.engine.term;

import org.jspecify.annotations.Nullable;

/**
 * The stable name of a term within its subject type, in kebab-case: {@code lead-score}.
 *
 * @param value lower-case letters, digits and hyphens, starting with a letter
 */
public record TermKey(String value) implements Comparable<TermKey> {
    public TermKey {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("The term key \"" + value
                    + "\" is not kebab-case. Maybe write it in lower-case letters, digits and single hyphens.");
        }
    }

    /** Whether the text could be a key at all; says nothing about its being declared. */
    public static boolean isWellFormed(String text) {
        // Asked for every key that is read from the database: a regular expression would cost more than the rest.
        boolean startsPart = true;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean isLetter = c >= 'a' && c <= 'z';
            boolean isDigit = c >= '0' && c <= '9' && at > 0;
            boolean isHyphen = c == '-' && !startsPart;
            if (!isLetter && !isDigit && !isHyphen) {
                return false;
            }
            startsPart = isHyphen;
        }
        return !startsPart;
    }

    // Keys are compared at every turn; what a record does by itself is not always compiled into place.
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || other instanceof TermKey key && value.equals(key.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(TermKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
