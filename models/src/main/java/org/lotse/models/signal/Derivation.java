package org.lotse.models.signal;

import java.util.List;

/**
 * A signal that is worked out from columns before rows are coded.
 *
 * @param kind what is worked out
 * @param columns what it is worked out from, see the kind
 * @param number the share that history without outcomes is taken for, where the kind needs one
 * @param text the outcome counted, where the kind needs one
 */
public record Derivation(Kind kind, List<String> columns, double number, String text) {
    public Derivation {
        columns = List.copyOf(columns);
    }

    /** What can be worked out. Everything about a subject's other rows is as of the row's own time. */
    public enum Kind {
        /** 1 is Monday; of a date. */
        WEEKDAY,
        /** 0 to 24 with minutes as a fraction; of a time. */
        HOUR,
        /** From the first date to the second. */
        DAYS_BETWEEN,
        /** The subject's rows before: subject, time. */
        EARLIER,
        /** The subject's rows whose outcome was known by then: subject, time, time of the outcome. */
        EARLIER_KNOWN,
        /** Which part of them had the outcome, drawn towards the usual one: subject, time, time of the outcome, target. */
        EARLIER_SHARE,
        /** Days since the subject's last outcome that was known by then: subject, time, time of the outcome. */
        SINCE_LAST,
        /** The subject's rows so far with an outcome due on the same day: subject, time, time of the outcome. */
        SAME_DAY,
        /** The subject's rows of the same moment: subject, time. */
        SAME_MOMENT
    }

    /** What the signal is called. */
    public String name() {
        return switch (kind) {
            case WEEKDAY -> columns.getFirst() + " (weekday)";
            case HOUR -> columns.getFirst() + " (hour)";
            case DAYS_BETWEEN -> "days from " + columns.getFirst() + " to " + columns.get(1);
            case EARLIER -> "earlier rows of " + columns.getFirst();
            case EARLIER_KNOWN -> "earlier outcomes of " + columns.getFirst();
            case EARLIER_SHARE -> "earlier share of " + columns.get(3) + " " + text + " of " + columns.getFirst();
            case SINCE_LAST -> "days since the last outcome of " + columns.getFirst();
            case SAME_DAY -> "rows of " + columns.getFirst() + " for the same day";
            case SAME_MOMENT -> "rows of " + columns.getFirst() + " at the same time";
        };
    }
}
