package org.lotse.api.result;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.evaluation.CompareWithBaseline.Better;

/**
 * A key figure: one definition, the same number wherever it is shown.
 *
 * @param key its name in requests
 * @param title what people call it
 * @param source where it comes from, in words
 * @param unit of its value
 * @param better what is wanted of it
 * @param goal by how many percent it is to improve against the baseline
 * @param overDays for figures that make sense over a longer time only: measured over so many days up to the end of the
 *     period; null: over the period
 * @param measure how it is measured
 */
record Kpi(
        String key,
        Words title,
        Words source,
        Unit unit,
        Better better,
        Goal goal,
        @Nullable Integer overDays,
        Measure measure) {
    /** A text in both languages. */
    record Words(String en, String de) {
        String in(Locale locale) {
            return "de".equals(locale.getLanguage()) ? de : en;
        }
    }

    /** Of a value. */
    enum Unit {
        /** A share, shown as percent: 0..100. */
        PERCENT,
        STARS,
        HOURS,
        MONEY,
        /** So many for each hundred customers. */
        PER_100
    }

    /** By how many percent, at least and at most, as it was planned. */
    record Goal(double low, double high) {}

    /** How a figure is measured. */
    enum Kind {
        /** Share of those who were customers when it began to whom none of the events happened. */
        CUSTOMERS_WITHOUT,
        /** Share of {@code is} among the events {@code of}. */
        SHARE,
        /** Mean of a field of the events. */
        MEAN,
        /** Share of the events no other event {@code is} of the same person followed within {@code days}. */
        NOT_FOLLOWED,
        /** Hours from the event to the first event {@code is} within {@code days}. */
        HOURS,
        /** Events for each hundred customers. */
        PER_100,
        /** Cost of an event, by the channel in its field. */
        COST
    }

    /**
     * What is counted.
     *
     * @param of the events
     * @param is other events, where the kind says so
     * @param field where the kind says so
     * @param days where the kind says so
     */
    record Measure(
            Kind kind,
            List<String> of,
            @Nullable List<String> is,
            @Nullable String field,
            @Nullable Integer days) {
        List<String> others() {
            return is == null ? List.of() : is;
        }

        int within() {
            return days == null ? 0 : days;
        }

        boolean isShare() {
            return kind == Kind.CUSTOMERS_WITHOUT || kind == Kind.SHARE || kind == Kind.NOT_FOLLOWED;
        }
    }

    /** What one is multiplied by to be shown. */
    double scale() {
        return unit == Unit.PERCENT || unit == Unit.PER_100 ? 100 : 1;
    }
}
