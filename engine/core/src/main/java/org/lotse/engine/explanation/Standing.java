package org.lotse.engine.explanation;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.Rejection;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Verdict;

/** How a candidate stands in a decision. */
final class Standing {
    private Standing() {}

    /**
     * Whether it is among those chosen, or would be had nothing been explored: fewer others are worth more than the answer
     * has room for.
     */
    static boolean isChosen(Decision decision, CandidateRef candidate, int limit) {
        if (decision.ranked().stream().anyMatch(ranked -> ranked.candidate().equals(candidate))) {
            return true;
        }
        return decision.explored()
                && rejection(decision, candidate)
                        .filter(Rejection.Outranked.class::isInstance)
                        .map(Rejection.Outranked.class::cast)
                        .filter(own -> others(decision, candidate)
                                        .filter(worth -> worth > own.factors().priority())
                                        .count()
                                < limit)
                        .isPresent();
    }

    /** What it would have to be worth more than, to be chosen. */
    static double needed(Decision decision, CandidateRef candidate, int limit) {
        return others(decision, candidate)
                .sorted(Comparator.reverseOrder())
                .skip(limit - 1L)
                .findFirst()
                .orElse(0.0);
    }

    static Optional<Rejection> rejection(Decision decision, CandidateRef candidate) {
        return decision.notChosen().stream()
                .filter(loser -> loser.candidate().equals(candidate))
                .map(Decision.NotChosen::rejection)
                .findFirst();
    }

    /** Whether a candidate got further than before: to a later obstacle, or to another row of the same layer. */
    static boolean isFurther(Rejection now, Rejection before) {
        int compared = Integer.compare(depth(now), depth(before));
        if (compared != 0) {
            return compared > 0;
        }
        return now instanceof Rejection.ByRules(Verdict.Forbidden(var layer, var by))
                && before instanceof Rejection.ByRules(Verdict.Forbidden(var layerBefore, var byBefore))
                && !Objects.equals(by.row(), byBefore.row())
                && by.row().compareTo(byBefore.row()) > 0;
    }

    private static int depth(Rejection rejection) {
        int within = switch (rejection) {
            case Rejection.ByRules(Verdict.NotAllowed ignored) -> 1;
            case Rejection.ChannelForbidden ignored -> 1;
            case Rejection.NoConsent ignored -> 1;
            case Rejection.ChannelClosed ignored -> 25;
            case Rejection.Outranked ignored -> 1;
            default -> 0;
        };
        return rejection.stage().ordinal() * 10 + within;
    }

    private static Stream<Double> others(Decision decision, CandidateRef candidate) {
        Stream<Double> ranked = decision.ranked().stream()
                .filter(each -> !each.candidate().equals(candidate))
                .map(each -> each.factors().priority());
        Stream<Double> outranked = decision.notChosen().stream()
                .filter(each -> !each.candidate().equals(candidate))
                .flatMap(each -> each.rejection() instanceof Rejection.Outranked other
                        ? Stream.of(other.factors().priority())
                        : Stream.empty());
        return Stream.concat(ranked, outranked);
    }
}
