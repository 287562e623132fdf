package org.lotse.api.learning;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.api.decision.Records;
import org.lotse.api.model.JdbcServedModels;
import org.lotse.api.values.CurrentVocabulary;
import org.lotse.engine.term.EventType;
import org.lotse.models.definition.Target;
import org.lotse.models.definition.Task;
import org.lotse.models.registry.TrainedModel;
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
    private final Map<String, Followed> followed = new HashMap<>();

    FollowOutcomes(JdbcOutcomes outcomes, JdbcServedModels served, Records records, CurrentVocabulary vocabulary) {
        this.outcomes = outcomes;
        this.served = served;
        this.records = records;
        this.vocabulary = vocabulary;
    }

    /** How far one champion has come. */
    private static final class Followed {
        private final Instant since;
        private long number;
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

    @Scheduled(fixedDelay = 300)
    void follow() {
        try {
            learn();
        } catch (RuntimeException e) {
            LOG.warn("Outcomes could not be learned from; trying again: {}", e.getMessage());
        }
    }

    /** Learns from what is new. */
    synchronized void learn() {
        Set<String> serving = new HashSet<>();
        for (TrainedModel champion : served.champions()) {
            if (champion.definition().task() == Task.BINARY
                    && champion.definition().perPair()
                    && champion.definition().target() instanceof Target.Happens happens
                    && happens.wanted()) {
                serving.add(champion.name());
                learn(
                        champion,
                        happens,
                        followed.computeIfAbsent(
                                champion.name(),
                                some -> new Followed(champion.origin().createdAt())));
            }
        }
        followed.keySet().retainAll(serving);
    }

    private void learn(TrainedModel champion, Target.Happens wanted, Followed until) {
        Set<String> settling = new HashSet<>(wanted.events());
        settling.addAll(refusals());
        List<JdbcOutcomes.Reported> next;
        do {
            next = outcomes.next(Math.max(0, until.number - LATE), until.since, settling, AT_ONCE + LATE);
            next = next.stream().filter(one -> until.isNew(one.number())).toList();
            next.forEach(one -> learn(champion, one, wanted.events().contains(one.outcome())));
        } while (next.size() >= AT_ONCE);
    }

    private void learn(TrainedModel champion, JdbcOutcomes.Reported one, boolean happened) {
        Optional<Records.Offered> offered = records.offered(one.decision(), one.action());
        offered.filter(Records.Offered::isInbound)
                .filter(offer -> offer.model()
                        .filter(champion.definition().name()::equals)
                        .isPresent())
                .ifPresent(offer -> served.models()
                        .learn(
                                champion.definition().name(),
                                offer.subject(),
                                offer.terms(),
                                one.action(),
                                offer.channel(),
                                happened));
    }

    private Set<String> refusals() {
        return vocabulary.get().events().values().stream()
                .filter(type ->
                        type.outcome().filter(outcome -> outcome.grade() < 0).isPresent())
                .map(EventType::key)
                .collect(Collectors.toSet());
    }
}
