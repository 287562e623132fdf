package org.lotse.models.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Guard rails a definition moves, each in writing.
 *
 * @param lawful sensitive signals that may be used all the same, with the reason why that is lawful
 * @param leftOut times whose observations are not learned from: a season, a campaign, an outage
 */
public record Guards(Map<String, String> lawful, List<Days> leftOut) {
    /** None moved. */
    public static final Guards NONE = new Guards(Map.of(), List.of());

    public Guards {
        lawful = Map.copyOf(lawful);
        leftOut = List.copyOf(leftOut);
    }

    /** Calendar days, both included. */
    public record Days(LocalDate from, LocalDate to) {
        public Days {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("The days " + from + "/" + to + " end before they begin.");
            }
        }

        /** Reads {@code 2026-11-20/2026-11-30}. */
        public static Days parse(String text) {
            String[] ends = text.strip().split("/");
            if (ends.length != 2) {
                throw new IllegalArgumentException("\"" + text + "\" names no two days.");
            }
            return new Days(LocalDate.parse(ends[0].strip()), LocalDate.parse(ends[1].strip()));
        }

        boolean hold(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Whether somebody has declared in writing that a sensitive signal may be used. */
    public boolean allow(String signal) {
        return lawful.containsKey(signal);
    }

    /** Whether observations of a day are not learned from. */
    public boolean leaveOut(LocalDate day) {
        return leftOut.stream().anyMatch(days -> days.hold(day));
    }
}
