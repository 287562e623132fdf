package org.lotse.engine.decision;

import org.jspecify.annotations.Nullable;

/**
 * Who was not chosen and why, by the number of the contender, in the order in which it turned out. Only what the reason is
 * made of is noted, as most reasons are never read. For use by one thread until all is noted.
 */
final class Losers {
    /** What stood in a contender's way. */
    enum Why {
        /** A reason that was made at once. */
        GIVEN,
        /** A verdict of the rules. */
        RULES,
        /** Its best pair is not worth enough. */
        BELOW_MINIMUM,
        /** Its best pair came behind the last one chosen. */
        OUTRANKED,
        /** It is withheld from the control group. */
        CONTROL
    }

    private static final int NOTES = 3;

    private final @Nullable Why[] why;
    private final @Nullable Rejection[] given;
    /** Per contender its pair, its rank and the pair it came behind. */
    private final int[] notes;

    private final int[] order;
    private int count;

    Losers(int contenders) {
        this.why = new Why[contenders];
        this.given = new Rejection[contenders];
        this.notes = new int[NOTES * contenders];
        this.order = new int[contenders];
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The contender that lost as the so-manieth. */
    int at(int place) {
        return order[place];
    }

    boolean has(int contender) {
        return why[contender] != null;
    }

    /** Why it lost; null when it did not. */
    @Nullable
    Why why(int contender) {
        return why[contender];
    }

    /** The reason that was made at once. */
    @Nullable
    Rejection given(int contender) {
        return given[contender];
    }

    int pair(int contender) {
        return notes[NOTES * contender];
    }

    int rank(int contender) {
        return notes[NOTES * contender + 1];
    }

    int behind(int contender) {
        return notes[NOTES * contender + 2];
    }

    /** Notes a reason; one noted before is forgotten. */
    void note(int contender, Rejection reason) {
        note(contender, Why.GIVEN);
        given[contender] = reason;
    }

    void byRules(int contender) {
        note(contender, Why.RULES);
    }

    void note(int contender, Why reason, int pair) {
        note(contender, reason);
        notes[NOTES * contender] = pair;
    }

    void outranked(int contender, int pair, int rank, int behind) {
        note(contender, Why.OUTRANKED, pair);
        notes[NOTES * contender + 1] = rank;
        notes[NOTES * contender + 2] = behind;
    }

    private void note(int contender, Why reason) {
        if (why[contender] == null) {
            order[count++] = contender;
        }
        why[contender] = reason;
    }

    /** Forgets those that were chosen after all. */
    void forget(boolean[] chosen) {
        int left = 0;
        for (int each = 0; each < count; each++) {
            int contender = order[each];
            if (chosen[contender]) {
                why[contender] = null;
            } else {
                order[left++] = contender;
            }
        }
        count = left;
    }
}
