package org.lotse.engine.term;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of the vocabulary.
 *
 * @param key stable name
 * @param title what people call it
 * @param type kind of value and thereby its unit
 * @param values the values of a {@link TermType#CHOICE}, by key, in declared order; empty otherwise
 * @param range lowest and highest allowed number, if declared
 * @param missing what stands in when there is no value
 * @param useStandInInRules whether a stand-in may satisfy an eligibility row
 * @param source where the value comes from
 * @param fallback the value of a rule term no row writes
 * @param purposes what it may be used for
 * @param sensitive whether it must stay out of models and marketing rules
 * @param formerly keys and titles it had before, still readable
 * @param secret whether texts to the person must not say it
 * @param lawful whether somebody has declared why it may be used although it is made of sensitive terms
 */
public record Term(
        TermKey key,
        Title title,
        TermType type,
        Map<String, Title> values,
        Optional<Range> range,
        Missing missing,
        boolean useStandInInRules,
        Source source,
        Optional<Value> fallback,
        Set<Purpose> purposes,
        boolean sensitive,
        List<String> formerly,
        boolean secret,
        boolean lawful) {
    public Term {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        purposes = Set.copyOf(purposes);
        formerly = List.copyOf(formerly);
    }

    /** A term that may be said. */
    public Term(
            TermKey key,
            Title title,
            TermType type,
            Map<String, Title> values,
            Optional<Range> range,
            Missing missing,
            boolean useStandInInRules,
            Source source,
            Optional<Value> fallback,
            Set<Purpose> purposes,
            boolean sensitive,
            List<String> formerly) {
        this(
                key,
                title,
                type,
                values,
                range,
                missing,
                useStandInInRules,
                source,
                fallback,
                purposes,
                sensitive,
                formerly,
                false,
                false);
    }

    /** The same term, made of something sensitive. */
    public Term asSensitive() {
        return new Term(
                key,
                title,
                type,
                values,
                range,
                missing,
                useStandInInRules,
                source,
                fallback,
                purposes,
                true,
                formerly,
                secret,
                lawful);
    }

    /** Whether a text to the person may say its value: neither scores nor what is kept to ourselves. */
    public boolean maySay() {
        return !secret
                && !sensitive
                && !(source instanceof Source.Prediction)
                && !(source instanceof Source.Percentile);
    }

    /**
     * Lowest and highest allowed number, both included.
     *
     * @param lowest at most {@code highest}
     */
    public record Range(double lowest, double highest) {
        public Range {
            if (lowest > highest) {
                throw new IllegalArgumentException("The range [" + lowest + ", " + highest + "] is empty.");
            }
        }

        public boolean contains(double number) {
            return lowest <= number && number <= highest;
        }
    }

    /** Whether the term may be read by something done for this purpose. */
    public boolean servesPurpose(Purpose purpose) {
        return purpose == Purpose.SERVICE || purposes.contains(purpose);
    }
}
