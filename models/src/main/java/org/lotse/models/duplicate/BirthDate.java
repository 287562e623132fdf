package org.lotse.models.duplicate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How dates of birth are compared; also those no calendar has, because day and month changed places. */
final class BirthDate {
    /** Not known. */
    static final int NONE = 0;

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\D?(\\d{1,2})\\D?(\\d{1,2})(?:T.*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[./\\s-]+(\\d{1,2})[./\\s-]+(\\d{4})");
    private static final int GENERATION = 15;

    /** Years up to this are what forms hold that nobody filled in: 0001-01-01, 1900-01-01. */
    private static final int PLACEHOLDER = 1900;

    private BirthDate() {}

    /** The date as a number, 19710914; {@link #NONE} when it is not written as a date. */
    static int of(String text) {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return number(first.group(1), first.group(2), first.group(3));
        }
        Matcher last = YEAR_LAST.matcher(text);
        return last.matches() ? number(last.group(3), last.group(2), last.group(1)) : NONE;
    }

    private static int number(String year, String month, String day) {
        if (Integer.parseInt(year) <= PLACEHOLDER) {
            return NONE;
        }
        return Integer.parseInt(year) * 10_000 + Integer.parseInt(month) * 100 + Integer.parseInt(day);
    }

    /** Whether a calendar has that day. */
    static boolean isDay(int date) {
        try {
            return date != NONE
                    && LocalDate.of(date / 10_000, date / 100 % 100, date % 100).getYear() > PLACEHOLDER;
        } catch (DateTimeException none) {
            return false;
        }
    }

    /** The same number for a date and for the one with day and month in each other's place. */
    static int eitherWay(int date) {
        int month = date / 100 % 100;
        int day = date % 100;
        return date / 10_000 * 10_000 + Math.min(month, day) * 100 + Math.max(month, day);
    }

    /** How two known dates agree. */
    static Agreement compare(int one, int other) {
        if (one == other) {
            return Agreement.SAME;
        }
        if (eitherWay(one) == eitherWay(other)) {
            return Agreement.SWAPPED;
        }
        if (Spelling.typos(Integer.toString(one), Integer.toString(other), 1) <= 1) {
            return Agreement.TYPO;
        }
        return Math.abs(one / 10_000 - other / 10_000) >= GENERATION ? Agreement.GENERATION : Agreement.DIFFERENT;
    }
}
