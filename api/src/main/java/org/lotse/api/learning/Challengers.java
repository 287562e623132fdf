package org.lotse.api.learning;

import java.util.Optional;
import org.lotse.api.model.JdbcServedModels;
import org.lotse.api.model.PromoteModels;
import org.lotse.api.model.TrainModels;
import org.lotse.models.evaluation.Challenge;
import org.lotse.models.registry.TrainedModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Promotes a challenger that is better beyond noise and calibrated, where its definition leaves that to the rule; else a
 * person decides, and is told what the trials say.
 */
@Component
public class Challengers {
    private static final Logger LOG = LoggerFactory.getLogger(Challengers.class);
    private static final String BY = "promotion rule";

    private final JdbcServedModels served;
    private final JdbcTrials trials;
    private final PromoteModels promote;
    private final TrainModels definitions;

    Challengers(JdbcServedModels served, JdbcTrials trials, PromoteModels promote, TrainModels definitions) {
        this.served = served;
        this.trials = trials;
        this.promote = promote;
        this.definitions = definitions;
    }

    /**
     * A challenger beside the champion.
     *
     * @param champion its version; empty where no model answers yet
     * @param judged what the trials against this champion say
     * @param personConfirms whether a person has to promote it
     */
    public record Standing(
            String model,
            String challenger,
            Optional<String> champion,
            Optional<Challenge.Judged> judged,
            boolean personConfirms) {}

    /** How the challenger of a model stands, if one runs. */
    public Optional<Standing> standing(String model) {
        return served.challengers().stream()
                .filter(one -> one.definition().name().equals(model))
                .findFirst()
                .map(this::standing);
    }

    private Standing standing(TrainedModel challenger) {
        String name = challenger.definition().name();
        Optional<String> champion = served.champion(name).map(TrainedModel::version);
        boolean confirms = definitions
                .definition(name)
                .map(definition -> definition.upkeep().personConfirms())
                .orElse(true);
        return new Standing(
                name,
                challenger.version(),
                champion,
                champion.map(version -> trials.judged(new JdbcTrials.Pairing(name, challenger.version(), version))),
                confirms);
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void follow() {
        try {
            promoteBetter();
        } catch (RuntimeException e) {
            LOG.warn("Challengers could not be judged; trying again: {}", e.getMessage());
        }
    }

    void promoteBetter() {
        for (TrainedModel challenger : served.challengers()) {
            Standing standing = standing(challenger);
            boolean better = standing.judged()
                    .filter(judged -> judged.verdict() == Challenge.Verdict.BETTER)
                    .isPresent();
            if (better && !standing.personConfirms() && challenger.report().hasSignal()) {
                promote.promote(standing.model(), standing.challenger(), BY, "");
                LOG.info(
                        "Model {} was promoted: better in {} trials",
                        challenger.name(),
                        standing.judged().map(Challenge.Judged::trials).orElse(0));
            }
        }
    }
}
