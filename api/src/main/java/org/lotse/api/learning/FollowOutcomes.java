package org.lotse.api.learning;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.lotse.api.decision.Records;
import org.lotse.api.model.JdbcServedModels;
import org.lotse.api.values.CurrentVocabulary;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.term.EventType;
import org.lotse.models.definition.Target;
import org.lotse.models.definition.Task;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.serving.ServedModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Teaches the serving models per action and channel by every settled offer, on every instance, within a second. What a
 * champion has learned follows from the outcomes since it was trained alone: a restart, or another instance, comes to the
 * same.
 *
 * <p>Only conversations teach at once, since there a refusal is reported as well as an acceptance. Where silence means no,
 * the nightly training learns it when the time to answer is over; learning acceptances alone would flatter.
 */
@Component
class FollowOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(FollowOutcomes.class);
    private static final int AT_ONCE = 500;
    /** Outcomes whose transactions ended later than those of larger numbers are still found among the last so many. */
    private static final int LATE = 100;

    private final JdbcOutcomes outcomes;
    private final JdbcServedModels served;
    private final Records records;
    private final CurrentVocabulary vocabulary;
    private final JdbcTrials trials;
    private final Clock clock;
    private final Map<String, Followed> followed = new HashMap<>();

    FollowOutcomes(
            JdbcOutcomes outcomes,
            JdbcServedModels served,
            Records records,
            CurrentVocabulary vocabulary,
            JdbcTrials trials,
            Clock clock) {
        this.outcomes = outcomes;
        this.served = served;
        this.records = records;
        this.vocabulary = vocabulary;
        this.trials = trials;
        this.clock = clock;
    }

    /** How far one version has come. */
    private static final class Followed {
        private final Instant since;
        private long number;
        private long learned;
        private final LinkedHashSet<Long> seen = new LinkedHashSet<>();

        Followed(Instant since) {
            this.since = since;
        }

        boolean isNew(long one) {
            boolean added = seen.add(one);
            if (seen.size() > 2 * LATE) {
                seen.removeFirst();
            }
            number = Math.max(number, one);
            return added;
        }
    }

    /**
     * In which part versions learn.
     *
     * @param key tells the same version as a champion from that as a challenger
     * @param models who learn
     * @param learned how many outcomes a version has learned from
     */
    private record Part(String key, ServedModels models, ToLongFunction<TrainedModel> learned) {}

    @Scheduled(fixedDelay = 300)
    void follow() {
        try {
            learn();
        } catch (RuntimeException e) {
            LOG.warn("Outcomes could not be learned from; trying again: {}", e.getMessage());
        }
    }

    /** Learns from what is new: challengers first, so that both are asked before the champion knows. */
    synchronized void learn() {
        long last = outcomes.last();
        Set<String> running = new HashSet<>();
        Part beside = new Part("challenger ", served.shadows(), served::outcomesBeside);
        served.challengers().forEach(one -> follow(one, beside, last, running, this::compare));
        Part serving = new Part("", served.models(), served::outcomesSince);
        served.champions().forEach(one -> follow(one, serving, last, running, (model, outcome, offer, happened) -> {}));
        followed.keySet().retainAll(running);
    }

    /** Is told of a settled offer before it is learned from. */
    private interface Before {
        void see(TrainedModel model, JdbcOutcomes.Reported outcome, Records.Offered offer, boolean happened);
    }

    private void follow(TrainedModel model, Part part, long last, Set<String> running, Before before) {
        if (model.definition().task() != Task.BINARY
                || !model.definition().perPair()
                || !(model.definition().target() instanceof Target.Happens wanted)
                || !wanted.wanted()) {
            return;
        }
        running.add(part.key() + model.name());
        Followed until = followed(model, part);
        Set<String> settling = new HashSet<>(wanted.events());
        settling.addAll(refusals());
        List<JdbcOutcomes.Reported> next;
        do {
            next = outcomes.next(Math.max(0, until.number - LATE), last, until.since, settling, AT_ONCE + LATE);
            next = next.stream().filter(one -> until.isNew(one.number())).toList();
            for (JdbcOutcomes.Reported one : next) {
                boolean happened = wanted.events().contains(one.outcome());
                offer(model, one).ifPresent(offer -> {
                    before.see(model, one, offer, happened);
                    if (part.models()
                            .learn(
                                    model.definition().name(),
                                    offer.subject(),
                                    offer.terms(),
                                    one.action(),
                                    offer.channel(),
                                    happened)) {
                        until.learned++;
                    }
                });
            }
        } while (next.size() >= AT_ONCE);
    }

    /** A version that was away in between has forgotten what it learned, and starts anew. */
    private Followed followed(TrainedModel model, Part part) {
        Followed known = followed.get(part.key() + model.name());
        if (known == null || part.learned().applyAsLong(model) < known.learned) {
            known = new Followed(model.origin().createdAt());
            followed.put(part.key() + model.name(), known);
        }
        return known;
    }

    private Optional<Records.Offered> offer(TrainedModel model, JdbcOutcomes.Reported one) {
        return records.offered(one.decision(), one.action())
                .filter(Records.Offered::isInbound)
                .filter(offer ->
                        offer.model().filter(model.definition().name()::equals).isPresent());
    }

    /** Keeps what both say, unless the champion knows the outcome already. */
    private void compare(TrainedModel challenger, JdbcOutcomes.Reported one, Records.Offered offer, boolean happened) {
        String name = challenger.definition().name();
        Optional<TrainedModel> champion = served.champion(name);
        Followed ahead = champion.map(model -> followed.get(model.name())).orElse(null);
        if (champion.isEmpty() || ahead == null || ahead.number >= one.number()) {
            return;
        }
        Optional<PairPrediction> ours =
                served.models().predict(name, offer.subject(), offer.terms(), one.action(), offer.channel());
        Optional<PairPrediction> theirs =
                served.shadows().predict(name, offer.subject(), offer.terms(), one.action(), offer.channel());
        if (ours.isPresent() && theirs.isPresent()) {
            trials.add(
                    new JdbcTrials.Pairing(
                            name, challenger.version(), champion.get().version()),
                    one.decision(),
                    one.action(),
                    new JdbcTrials.Trial(ours.get().propensity(), theirs.get().propensity(), happened),
                    clock.instant());
        }
    }

    private Set<String> refusals() {
        return vocabulary.get().events().values().stream()
                .filter(type ->
                        type.outcome().filter(outcome -> outcome.grade() < 0).isPresent())
                .map(EventType::key)
                .collect(Collectors.toSet());
    }
}
