package org.lotse.engine.action;

import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.TermKey;

/** An action's stable name, in kebab-case: {@code retention-credit}. */
public record ActionKey(String value) implements Comparable<ActionKey> {
    public ActionKey {
        if (!TermKey.isWellFormed(value)) {
            throw new IllegalArgumentException("The action key \"" + value
                    + "\" is not kebab-case. Maybe write it in lower-case letters, digits and single hyphens.");
        }
    }

    // Keys are compared at every turn; what a record does by itself is not always compiled into place.
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || other instanceof ActionKey key && value.equals(key.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(ActionKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
