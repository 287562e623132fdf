package org.lotse.engine.planning.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer who may be called.
 *
 * @param value what a closed deal is worth
 * @param closing probability that a conversation closes, 0..1
 * @param skills all of them are needed to talk to this customer
 * @param region where the customer lives, or null
 * @param zone the customer's own zone where it differs from the problem's, or null
 * @param country ISO 3166 code, or null
 * @param promised a call-back that was promised, or null
 * @param repeats how often and how soon again this customer may be tried
 * @param preferredAgent whom the customer likes to speak with, or null
 * @param reachability probability of being reached per start of slot; a slot that is missing is closed for this customer
 */
public record Candidate(
        String customerId,
        double value,
        double closing,
        Set<String> skills,
        @Nullable String region,
        @Nullable ZoneId zone,
        @Nullable String country,
        @Nullable Promise promised,
        Repeats repeats,
        @Nullable String preferredAgent,
        Map<Instant, Double> reachability) {
    public Candidate {
        skills = Set.copyOf(skills);
        reachability = Map.copyOf(reachability);
    }

    /** A candidate who is called once at most, by anybody. */
    public Candidate(
            String customerId,
            double value,
            double closing,
            Set<String> skills,
            @Nullable String region,
            @Nullable ZoneId zone,
            @Nullable String country,
            @Nullable Promise promised,
            Map<Instant, Double> reachability) {
        this(customerId, value, closing, skills, region, zone, country, promised, Repeats.NONE, null, reachability);
    }

    /**
     * How often a customer may be tried within the plan: again only when the attempt before has not reached anybody.
     *
     * @param attempts at most, at least one
     * @param spacing from one attempt to the next, at least
     * @param perDay attempts a day of the customer's own calendar, at most
     */
    public record Repeats(int attempts, Duration spacing, int perDay) {
        /** One attempt. */
        public static final Repeats NONE = new Repeats(1, Duration.ZERO, 1);

        /** Not more than so many in all and so many a day. */
        public Repeats atMost(int inAll, int aDay) {
            return new Repeats(Math.min(attempts, inAll), spacing, Math.min(perDay, aDay));
        }
    }

    /** The same candidate, tried at most so often. */
    public Candidate with(Repeats other) {
        return new Candidate(
                customerId,
                value,
                closing,
                skills,
                region,
                zone,
                country,
                promised,
                other,
                preferredAgent,
                reachability);
    }

    /** The same candidate, worth something else. */
    public Candidate worth(double otherValue, double otherClosing) {
        return new Candidate(
                customerId,
                otherValue,
                otherClosing,
                skills,
                region,
                zone,
                country,
                promised,
                repeats,
                preferredAgent,
                reachability);
    }

    /**
     * A promised call-back: the call takes place in the slot that contains {@code at}.
     *
     * @param agent who promised it, or null when anyone may call
     */
    public record Promise(@Nullable String agent, Instant at) {}

    /** The same candidate with another promise, or none. */
    public Candidate promised(@Nullable Promise other) {
        return new Candidate(
                customerId,
                value,
                closing,
                skills,
                region,
                zone,
                country,
                other,
                repeats,
                preferredAgent,
                reachability);
    }

    /** The same candidate, closed in these slots. */
    public Candidate without(Set<Instant> closed) {
        Map<Instant, Double> open = new HashMap<>(reachability);
        open.keySet().removeAll(closed);
        return new Candidate(
                customerId, value, closing, skills, region, zone, country, promised, repeats, preferredAgent, open);
    }

    /** What a call in this slot is expected to bring; 0 when the slot is closed or nothing is known about it. */
    public double expectedValue(Instant slot) {
        return reachability.getOrDefault(slot, 0.0) * closing * value;
    }
}
