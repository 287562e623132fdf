package org.lotse.api.console;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the agent sees of a decision, as the screen pop answers it.
 *
 * @param customerId who calls
 * @param decisionId the decision shown; outcomes name it
 * @param scores how valuable, how likely to leave
 * @param moodText the mood, in words
 * @param lastInteraction what happened last
 * @param serviceLevel tier, answer time and route
 * @param recommendation the first thing to offer, in one line
 * @param actions at most three, best first
 * @param nothing why there is nothing to offer, if so
 * @param degraded parts that did not answer
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Conversation(
        String customerId,
        String decisionId,
        List<Score> scores,
        @Nullable String moodText,
        @Nullable LastInteraction lastInteraction,
        @Nullable ServiceLevel serviceLevel,
        String recommendation,
        List<Offer> actions,
        @Nullable Nothing nothing,
        List<String> degraded) {

    /** One figure about the customer in words; {@code level} is LOW, MEDIUM or HIGH for a risk. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Score(
            String term,
            String title,
            double value,
            @Nullable Integer score,
            @Nullable String level,
            String text) {}

    /** The last thing that happened, in words. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record LastInteraction(String text) {}

    /** How to serve, by choice keys of the vocabulary. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ServiceLevel(
            String tier,
            @Nullable Double respondWithinHours,
            @Nullable String route,
            List<Because> reasons) {}

    /** Why there is nothing to offer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Nothing(List<Because> reasons) {}

    /** A reason in words and the rule it comes from. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Because(
            String code,
            @Nullable String rule,
            @Nullable String file,
            @Nullable Integer row,
            String text) {}

    /** Something to offer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Offer(
            int rank,
            String action,
            String title,
            @Nullable String channel,
            double priority,
            Map<String, Object> factors,
            @Nullable Double probability,
            @Nullable Say say,
            List<Because> reasons) {}

    /** What to say. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Say(String tone, @Nullable String text) {}

    /**
     * Something not offered, its obstacle, and what would have had it offered.
     *
     * @param flips ONE change suffices, ALL of them are needed, or NONE is known
     * @param otherFlips further changes, each sufficing alone
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record WhyNot(
            String action,
            String title,
            String stage,
            String text,
            @Nullable String flips,
            @Nullable List<Change> flip,
            @Nullable List<Change> otherFlips) {}

    /** A change that would turn the decision. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(String text) {}

    /** What a prediction is made of: the average, and what each signal adds. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MadeOf(
            @Nullable String term, String text, @Nullable List<Share> contributions) {
        private static final int SHOWN = 6;

        /** The largest shares. */
        public List<Share> largest() {
            return contributions == null
                    ? List.of()
                    : contributions.stream().limit(SHOWN).toList();
        }

        /** The largest share there is, for drawing the others. */
        public double most() {
            return largest().stream()
                    .mapToDouble(share -> Math.abs(share.share()))
                    .max()
                    .orElse(1);
        }
    }

    /** What one signal adds to a prediction. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Share(String title, double share, String text) {
        public boolean isRaising() {
            return share > 0;
        }

        public double size() {
            return Math.abs(share);
        }
    }
}
