package org.lotse.engine.term;

import org.jspecify.annotations.Nullable;

/** A kind of thing decisions are about: {@code customer}, {@code claim}, {@code order}; declared in the vocabulary. */
public record SubjectType(String value) implements Comparable<SubjectType> {
    /** The type an id without a type belongs to. */
    public static final SubjectType CUSTOMER = new SubjectType("customer");

    public SubjectType {
        if (!TermKey.isWellFormed(value)) {
            throw new IllegalArgumentException("The subject type \"" + value
                    + "\" is not kebab-case. Maybe write it in lower-case letters, digits and single hyphens.");
        }
    }

    // Keys are compared at every turn; what a record does by itself is not always compiled into place.
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || other instanceof SubjectType key && value.equals(key.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(SubjectType other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
