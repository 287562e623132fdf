package org.lotse.engine.term;

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

    @Override
    public int compareTo(SubjectType other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
