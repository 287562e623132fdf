package org.lotse.models.duplicate;

/** What two records are to each other. */
enum Kinship {
    /** The same customer. */
    SAME,
    /** Two people of one household or one company. */
    RELATED,
    /** Two people who share hardly more than their name or birth date. */
    NAMESAKES,
    STRANGERS
}
