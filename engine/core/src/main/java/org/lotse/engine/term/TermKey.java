package org.lotse.engine.term;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stable name of a term within its subject type, in kebab-case: {@code lead-score}.
 *
 * @param value lower-case letters, digits and hyphens, starting with a letter
 */
public record TermKey(String value) implements Comparable<TermKey> {
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public TermKey {
        if (!KEBAB.matcher(value).matches()) {
            throw new IllegalArgumentException("The term key \"" + value
                    + "\" is not kebab-case. Maybe write it in lower-case letters, digits and single hyphens.");
        }
    }

    /** Whether the text could be a key at all; says nothing about its being declared. */
    public static boolean isWellFormed(String text) {
        return KEBAB.matcher(text).matches();
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
