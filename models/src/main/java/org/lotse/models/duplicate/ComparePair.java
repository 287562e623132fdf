package org.lotse.models.duplicate;

import static org.lotse.models.duplicate.Agreement.ALIKE;
import static org.lotse.models.duplicate.Agreement.DIFFERENT;
import static org.lotse.models.duplicate.Agreement.INITIAL;
import static org.lotse.models.duplicate.Agreement.IN_EMAIL;
import static org.lotse.models.duplicate.Agreement.PART;
import static org.lotse.models.duplicate.Agreement.SAME;
import static org.lotse.models.duplicate.Agreement.SAME_COMMON;
import static org.lotse.models.duplicate.Agreement.SAME_RARE;
import static org.lotse.models.duplicate.Agreement.SAME_STREET;
import static org.lotse.models.duplicate.Agreement.SAME_TOWN;
import static org.lotse.models.duplicate.Agreement.SWAPPED;
import static org.lotse.models.duplicate.Agreement.TYPO;
import static org.lotse.models.duplicate.Agreement.UNKNOWN;
import static org.lotse.models.duplicate.Agreement.VARIANT;

import java.util.Collections;

/** Compares two records in every respect. Thread-safe. */
final class ComparePair {
    private final Frequencies frequencies;
    private final ShortForms shortForms;

    ComparePair(Frequencies frequencies, ShortForms shortForms) {
        this.frequencies = frequencies;
        this.shortForms = shortForms;
    }

    PairPattern compare(Known one, Known other) {
        Agreement given = given(one.given(), one.givenSound(), other.given(), other.givenSound());
        Agreement family = family(one, other);
        boolean swapped = false;
        if (worth(given) + worth(family) < 2
                && !one.given().isEmpty()
                && !other.given().isEmpty()) {
            Agreement crossed = near(one.given(), one.givenSound(), other.family(), other.familySound());
            Agreement back = near(one.family(), one.familySound(), other.given(), other.givenSound());
            swapped = Math.max(worth(crossed), worth(back)) >= 0.9
                    && worth(crossed) + worth(back) > worth(given) + worth(family);
            if (swapped) {
                boolean first = frequencies.swapped(one) > frequencies.swapped(other);
                family = first ? crossed : back;
                given = first
                        ? given(one.family(), one.familySound(), other.given(), other.givenSound())
                        : given(one.given(), one.givenSound(), other.family(), other.familySound());
            }
        }
        return PairPattern.NONE
                .with(Comparison.GIVEN_NAME, given)
                .with(Comparison.FAMILY_NAME, family)
                .with(Comparison.NAME_ORDER, swapped ? SWAPPED : SAME)
                .with(Comparison.BIRTH_DATE, birth(one.birth(), other.birth()))
                .with(Comparison.PHONE, phone(one.phone(), other.phone()))
                .with(Comparison.EMAIL, email(one, other))
                .with(Comparison.PERSONAL_NUMBER, number(one.personalNumber(), other.personalNumber()))
                .with(Comparison.ADDRESS, address(one, other))
                .with(Comparison.COMPANY, company(one, other))
                .with(Comparison.SALUTATION, equal(one.salutation(), other.salutation()))
                .with(Comparison.TITLE, one.title().equals(other.title()) ? SAME : DIFFERENT);
    }

    private static double worth(Agreement agreement) {
        return switch (agreement) {
            case SAME, SAME_RARE, SAME_COMMON -> 1;
            case VARIANT, TYPO -> 0.9;
            case INITIAL, PART -> 0.8;
            case IN_EMAIL -> 0.3;
            case ALIKE -> 0.4;
            default -> 0;
        };
    }

    private Agreement given(String one, String oneSound, String other, String otherSound) {
        if (one.isEmpty() || other.isEmpty()) {
            return UNKNOWN;
        }
        if (!one.equals(other) && (one.length() == 1 || other.length() == 1)) {
            return one.charAt(0) == other.charAt(0) ? INITIAL : DIFFERENT;
        }
        if (!one.equals(other) && shortForms.areOneName(one, other)) {
            return VARIANT;
        }
        return near(one, oneSound, other, otherSound);
    }

    private Agreement family(Known one, Known other) {
        Agreement whole = near(one.family(), one.familySound(), other.family(), other.familySound());
        if (whole != DIFFERENT) {
            return whole;
        }
        if (!Collections.disjoint(one.parts(), other.parts())) {
            return PART;
        }
        return one.emailNames(other.family()) || other.emailNames(one.family()) ? IN_EMAIL : DIFFERENT;
    }

    private Agreement near(String one, String oneSound, String other, String otherSound) {
        if (one.isEmpty() || other.isEmpty()) {
            return UNKNOWN;
        }
        if (one.equals(other)) {
            return frequencies.isRare(one) ? SAME_RARE : SAME_COMMON;
        }
        boolean own = frequencies.areTwo(one, other);
        if (oneSound.equals(otherSound) && Spelling.typos(one, other, 2) <= 2) {
            return own ? ALIKE : VARIANT;
        }
        if (Spelling.isTypo(one, other)) {
            return own ? ALIKE : TYPO;
        }
        return DIFFERENT;
    }

    private static Agreement birth(int one, int other) {
        return one == BirthDate.NONE || other == BirthDate.NONE ? UNKNOWN : BirthDate.compare(one, other);
    }

    private Agreement phone(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return UNKNOWN;
        }
        if (one.equals(other)) {
            return frequencies.isShared(one) ? SAME_COMMON : SAME;
        }
        return Spelling.typos(one, other, 1) <= 1 ? TYPO : DIFFERENT;
    }

    private static Agreement number(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return UNKNOWN;
        }
        return one.equals(other) ? SAME : Spelling.isTypo(one, other) ? TYPO : DIFFERENT;
    }

    private Agreement email(Known one, Known other) {
        if (one.email().isEmpty() || other.email().isEmpty()) {
            return UNKNOWN;
        }
        if (one.email().equals(other.email())) {
            return one.emailIsItsName() && !frequencies.isRare(one.family()) ? SAME_COMMON : SAME;
        }
        return Contacts.local(one.email()).equals(Contacts.local(other.email()))
                        || Spelling.typos(one.email(), other.email(), 1) <= 1
                ? VARIANT
                : DIFFERENT;
    }

    private static Agreement address(Known one, Known other) {
        boolean placed = (one.code().isEmpty() && one.town().isEmpty())
                || (other.code().isEmpty() && other.town().isEmpty());
        if (placed) {
            return UNKNOWN;
        }
        boolean code = !one.code().isEmpty() && one.code().equals(other.code());
        boolean town = !one.town().isEmpty() && one.town().equals(other.town());
        boolean near = code
                || town
                || Spelling.typos(one.code(), other.code(), 1) <= 1 && Spelling.isTypo(one.town(), other.town());
        boolean street = !one.street().isEmpty() && one.street().equals(other.street());
        boolean alike = street || Spelling.isTypo(one.street(), other.street());
        boolean number = one.number().equals(other.number());
        boolean missing = one.number().isEmpty() || other.number().isEmpty();
        if (near && alike && (number || missing)) {
            return code && street && number ? SAME : TYPO;
        }
        if (near && alike) {
            return SAME_STREET;
        }
        return near ? SAME_TOWN : DIFFERENT;
    }

    private static Agreement company(Known one, Known other) {
        if (one.company().isEmpty() || other.company().isEmpty()) {
            return UNKNOWN;
        }
        if (one.company().equals(other.company())) {
            return SAME;
        }
        if (one.companyCore().equals(other.companyCore())) {
            return PART;
        }
        return Spelling.isTypo(one.companyCore(), other.companyCore()) ? TYPO : DIFFERENT;
    }

    private static Agreement equal(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return UNKNOWN;
        }
        return one.equals(other) ? SAME : DIFFERENT;
    }
}
