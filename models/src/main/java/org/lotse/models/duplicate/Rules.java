package org.lotse.models.duplicate;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** What is known of duplicates before anything is counted or learned. */
public final class Rules {
    private static final Set<Agreement> EQUAL =
            EnumSet.of(Agreement.SAME, Agreement.SAME_RARE, Agreement.SAME_COMMON, Agreement.VARIANT, Agreement.TYPO);
    private static final int FURTHER = 2;

    private Rules() {}

    /**
     * Whether the two must be looked at whatever their score: both names agree, and at least two further categories do, so
     * that three fields of different categories are equal.
     */
    public static boolean speakFor(PairPattern pattern) {
        return agree(pattern, Comparison.GIVEN_NAME)
                && agree(pattern, Comparison.FAMILY_NAME)
                && Stream.of(
                                        Comparison.BIRTH_DATE,
                                        Comparison.PHONE,
                                        Comparison.EMAIL,
                                        Comparison.PERSONAL_NUMBER,
                                        Comparison.ADDRESS,
                                        Comparison.COMPANY)
                                .filter(comparison -> agree(pattern, comparison))
                                .count()
                        >= FURTHER;
    }

    private static boolean agree(PairPattern pattern, Comparison comparison) {
        return EQUAL.contains(pattern.agreement(comparison));
    }

    /**
     * Whether a rule says that the two are not the same: birth dates that no typing mistake explains are those of parent and
     * child or of namesakes, unless both have an e-mail address or a number that nobody else would have.
     */
    public static boolean speakAgainst(PairPattern pattern) {
        return switch (pattern.agreement(Comparison.BIRTH_DATE)) {
            case GENERATION, DIFFERENT ->
                pattern.agreement(Comparison.EMAIL) != Agreement.SAME && !agree(pattern, Comparison.PERSONAL_NUMBER);
            default -> false;
        };
    }
}
