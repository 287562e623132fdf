package org.lotse.rules.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.Direction;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.rules.example.OneScene;

/**
 * Decides about a case in every way that can ask a promise. One decision by rules stands for all of them, because every
 * rule term is concluded in each. Thread-safe.
 */
final class Trial {
    private static final int ALL = 1_000;
    private static final long SEED = 7;

    private final RuleSet rules;
    private final Instant at;

    Trial(RuleSet rules, Instant at) {
        this.rules = rules;
        this.at = at;
    }

    /** What only a promise stood in the way of, with what the rules said. */
    record Broken(TrialCase tried, Watched.Stopped stopped, Direction direction, Optional<Judgement> judgement) {}

    /** Every promise the rules would break for this case. */
    List<Broken> of(TrialCase tried) {
        List<Broken> broken = new ArrayList<>();
        for (DecisionDeclaration decision : decisions(tried.subject().type())) {
            if (decision instanceof DecisionDeclaration.ByRules) {
                decide(tried, decision, Direction.INBOUND, broken);
            } else {
                for (Direction direction : Direction.values()) {
                    decide(tried, decision, direction, broken);
                }
            }
        }
        return broken;
    }

    private List<DecisionDeclaration> decisions(SubjectType subject) {
        List<DecisionDeclaration> asked = new ArrayList<>();
        List<DecisionDeclaration> all = rules.vocabulary().decisions().values().stream()
                .filter(decision -> decision.subject().equals(subject))
                .toList();
        all.stream()
                .filter(decision -> decision instanceof DecisionDeclaration.ByRules)
                .findFirst()
                .ifPresent(asked::add);
        all.stream()
                .filter(decision -> decision instanceof DecisionDeclaration.AmongActions)
                .findFirst()
                .ifPresent(asked::add);
        return asked;
    }

    private void decide(TrialCase tried, DecisionDeclaration decision, Direction direction, List<Broken> broken) {
        Watched watched = new Watched(rules);
        OneScene scene = new OneScene(
                watched, Map.of(tried.subject(), SubjectState.unknown(tried.subject())), tried.permissions());
        new DecideNextBestAction(scene, scene, scene, scene, (record, waiting) -> {}, () -> "trial")
                .decide(new DecisionRequest(
                        decision.key(),
                        tried.subject(),
                        Optional.empty(),
                        direction,
                        ALL,
                        Map.of(),
                        tried.values(),
                        at,
                        SEED,
                        true));
        watched.stopped().forEach(stopped -> broken.add(new Broken(tried, stopped, direction, watched.judgement())));
    }
}
