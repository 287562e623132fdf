package org.lotse.engine.action;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something scarce that contacts and accepted actions use up: call slots, hours of reps, a budget for vouchers.
 *
 * @param key stable name; channels and actions say how much of it they use
 * @param amount how much of it there is in each period, in its own unit
 * @param per the calendar period the amount is for, in the company's time zone
 * @param owner who has it, as people call them; empty when nobody is named
 * @param from first day on which this amount holds, if limited
 * @param until last day, if limited
 */
public record Capacity(
        String key, double amount, Per per, String owner, Optional<LocalDate> from, Optional<LocalDate> until) {

    /** The calendar period an amount is for. */
    public enum Per {
        HOUR,
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /** Whether this amount holds on a day. */
    public boolean isValidOn(LocalDate day) {
        return !from.map(day::isBefore).orElse(false)
                && !until.map(day::isAfter).orElse(false);
    }

    /** Whether there is a day on which both hold. */
    public boolean overlaps(Capacity other) {
        return !endsBefore(other) && !other.endsBefore(this);
    }

    private boolean endsBefore(Capacity other) {
        return until.isPresent() && other.from.map(until.get()::isBefore).orElse(false);
    }
}
