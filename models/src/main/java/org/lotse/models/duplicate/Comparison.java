package org.lotse.models.duplicate;

import static org.lotse.models.duplicate.Agreement.ALIKE;
import static org.lotse.models.duplicate.Agreement.DIFFERENT;
import static org.lotse.models.duplicate.Agreement.GENERATION;
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

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A respect in which two records are compared, and how often they agree in it among records of the same customer, of people
 * who belong together, and of strangers, as long as no data have said otherwise. Decisions are stored by the places of
 * comparisons and levels: new ones go to the end.
 */
public enum Comparison {
    GIVEN_NAME(
            of(SAME_RARE, .40, .02, .10, .03),
            of(SAME_COMMON, .40, .04, .60, .05),
            of(VARIANT, .07, .01, .12, .02),
            of(INITIAL, .05, .01, .03, .01),
            of(TYPO, .06, .002, .01, .005),
            of(ALIKE, .005, .02, .12, .03),
            of(DIFFERENT, .015, .90, .02, .85)),
    FAMILY_NAME(
            of(SAME_RARE, .40, .20, .10, .03),
            of(SAME_COMMON, .40, .25, .60, .10),
            of(VARIANT, .06, .02, .12, .03),
            of(PART, .02, .05, .03, .01),
            of(IN_EMAIL, .01, .01, .001, .001),
            of(TYPO, .08, .01, .01, .005),
            of(ALIKE, .005, .02, .12, .03),
            of(DIFFERENT, .025, .44, .02, .80)),
    NAME_ORDER(of(SAME, .95, .998, .98, .99), of(SWAPPED, .05, .002, .02, .01)),
    BIRTH_DATE(
            of(SAME, .90, .005, .01, .10),
            of(SWAPPED, .05, .001, .005, .05),
            of(TYPO, .03, .005, .005, .01),
            of(GENERATION, .005, .45, .45, .40),
            of(DIFFERENT, .015, .54, .53, .44)),
    PHONE(
            of(SAME, .75, .40, .01, .02),
            of(SAME_COMMON, .05, .25, .005, .01),
            of(TYPO, .03, .03, .001, .001),
            of(DIFFERENT, .17, .32, .98, .97)),
    EMAIL(
            of(SAME, .45, .01, .005, .005),
            of(SAME_COMMON, .27, .01, .03, .001),
            of(VARIANT, .15, .01, .10, .01),
            of(DIFFERENT, .13, .97, .865, .984)),
    PERSONAL_NUMBER(
            of(SAME, .90, .001, .001, .001), of(TYPO, .05, .001, .001, .001), of(DIFFERENT, .05, .998, .998, .998)),
    ADDRESS(
            of(SAME, .72, .85, .005, .01),
            of(TYPO, .08, .08, .005, .01),
            of(SAME_STREET, .07, .02, .01, .05),
            of(SAME_TOWN, .05, .02, .08, .30),
            of(DIFFERENT, .08, .03, .90, .63)),
    COMPANY(
            of(SAME, .90, .85, .01, .05),
            of(PART, .05, .05, .005, .01),
            of(TYPO, .03, .03, .005, .01),
            of(DIFFERENT, .02, .07, .98, .93)),
    SALUTATION(of(SAME, .97, .5, .95, .5), of(DIFFERENT, .03, .5, .05, .5)),
    TITLE(of(SAME, .94, .88, .88, .88), of(DIFFERENT, .06, .12, .12, .12));

    private final List<Agreement> levels;
    private final Map<Agreement, Integer> places = new EnumMap<>(Agreement.class);
    private final double[][] start;

    /** How often records agree so: of the same customer, of people who belong together, of namesakes, of strangers. */
    private record Level(Agreement agreement, double same, double related, double namesakes, double strangers) {}

    Comparison(Level... levels) {
        this.levels = java.util.Arrays.stream(levels).map(Level::agreement).toList();
        this.start = new double[Kinship.values().length][levels.length];
        for (int i = 0; i < levels.length; i++) {
            start[Kinship.SAME.ordinal()][i] = levels[i].same();
            start[Kinship.RELATED.ordinal()][i] = levels[i].related();
            start[Kinship.NAMESAKES.ordinal()][i] = levels[i].namesakes();
            start[Kinship.STRANGERS.ordinal()][i] = levels[i].strangers();
            places.put(levels[i].agreement(), i);
        }
    }

    private static Level of(Agreement agreement, double same, double related, double namesakes, double strangers) {
        return new Level(agreement, same, related, namesakes, strangers);
    }

    /** How records can agree in this respect, when both say something. */
    public List<Agreement> levels() {
        return levels;
    }

    /** The place of an agreement among the levels, from 0; -1 for unknown. */
    int place(Agreement agreement) {
        if (agreement == UNKNOWN) {
            return -1;
        }
        Integer place = places.get(agreement);
        if (place == null) {
            throw new IllegalArgumentException(this + " has no level " + agreement + ". Maybe one of " + levels + ".");
        }
        return place;
    }

    /** How often records of this kinship agree so before data say otherwise; by level. */
    double[] start(Kinship kinship) {
        return start[kinship.ordinal()].clone();
    }
}
