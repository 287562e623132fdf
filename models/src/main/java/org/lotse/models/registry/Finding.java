package org.lotse.models.registry;

import java.util.Locale;

/**
 * Something a training noticed that whoever uses the model should know.
 *
 * @param code what it is
 * @param subject the column, member or model concerned
 * @param number how much, see the code
 */
public record Finding(Code code, String subject, double number) {
    /** What can be noticed. */
    public enum Code {
        /** The column (number: its AUC alone) is probably known only after the outcome; it was left out. */
        LEAK_SUSPECTED,
        /** Nothing is better than the base rate beyond noise; the base rate (number) is served. */
        NO_SIGNAL,
        /** Fewer than 500 rows (number). */
        FEW_ROWS,
        /** So many rows (number) had no target and were left out. */
        ROWS_WITHOUT_TARGET,
        /** Choosing by predicted uplift is not better than at random; the average effect (number) is served. */
        NO_EVIDENCE_FOR_TARGETING,
        /** The sensitive signal is used because the definition declares that lawful, with a reason. */
        SENSITIVE_DECLARED_LAWFUL,
        /** The figures are those of a sample (number: its rows) that whoever brought the model brought with it. */
        MEASURED_ON_A_SAMPLE
    }

    /** In English, for the command line and logs. */
    public String text() {
        return switch (code) {
            case LEAK_SUSPECTED ->
                String.format(
                        Locale.ROOT,
                        "The column \"%s\" is probably known only after the outcome (alone it has an AUC of %.3f) and was left out. Maybe it is known before: then list it under known-before.",
                        subject,
                        number);
            case NO_SIGNAL ->
                String.format(
                        Locale.ROOT,
                        "No signal: nothing about %s is better than its base rate, so %.4f is served to everybody.",
                        subject,
                        number);
            case FEW_ROWS -> String.format(Locale.ROOT, "%s learned from only %.0f rows.", subject, number);
            case ROWS_WITHOUT_TARGET ->
                String.format(Locale.ROOT, "%.0f rows have no value for %s and were left out.", number, subject);
            case NO_EVIDENCE_FOR_TARGETING ->
                String.format(
                        Locale.ROOT,
                        "No evidence that targeting by %s helps: the average effect of %.4f is served to everybody.",
                        subject,
                        number);
            case SENSITIVE_DECLARED_LAWFUL ->
                "The sensitive signal \"" + subject + "\" is used: the definition declares that lawful and says why.";
            case MEASURED_ON_A_SAMPLE ->
                String.format(
                        Locale.ROOT,
                        "%s was brought from elsewhere; its figures are those of the %.0f rows that came with it.",
                        subject,
                        number);
        };
    }
}
