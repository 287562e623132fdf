package org.lotse.engine.action;

import org.lotse.engine.term.TermKey;

/** An action's stable name, in kebab-case: {@code retention-credit}. */
public record ActionKey(String value) implements Comparable<ActionKey> {
    public ActionKey {
        if (!TermKey.isWellFormed(value)) {
            throw new IllegalArgumentException("The action key \"" + value
                    + "\" is not kebab-case. Maybe write it in lower-case letters, digits and single hyphens.");
        }
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
