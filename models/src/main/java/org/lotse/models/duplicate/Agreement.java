package org.lotse.models.duplicate;

/** How two records agree in one respect. */
public enum Agreement {
    /** One of the two does not say. */
    UNKNOWN,
    SAME,
    /** The same, and few others have it. */
    SAME_RARE,
    /** The same, and many others have it, too: a switchboard, a common name. */
    SAME_COMMON,
    /** Spelt differently or a short form of the same name. */
    VARIANT,
    /** One gives the first letter only. */
    INITIAL,
    /** One is a part of the other: one of two family names, a company without its legal form. */
    PART,
    /** Different, but the e-mail address of one is made from the name of the other. */
    IN_EMAIL,
    /** One is the other, typed wrong. */
    TYPO,
    /** Alike, but each of the two is a name of its own. */
    ALIKE,
    /** Two things are in each other's place: day and month, given and family name. */
    SWAPPED,
    /** The same street with another house number. */
    SAME_STREET,
    /** The same town or postal code only. */
    SAME_TOWN,
    /** So many years apart that it is rather parent and child. */
    GENERATION,
    DIFFERENT
}
