package org.lotse.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The two years of the story: 24 months of 30 days up to the reference day.
 *
 * @param referenceDay the first day after the story: today
 */
record Timeline(LocalDate referenceDay) {
    static final int MONTHS = 24;
    static final int DAYS = 30;
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** The first day of a month, counted from 0; month 24 begins at the reference day. */
    LocalDate start(int month) {
        return referenceDay.minusDays((long) (MONTHS - month) * DAYS);
    }

    Instant midnight(int month) {
        return at(start(month), 0, 0);
    }

    /** The end of the story. */
    Instant end() {
        return midnight(MONTHS);
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE).toInstant();
    }
}
