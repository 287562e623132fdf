package org.lotse.api.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lotse.api.cli.Failed;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactHistory;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.decision.Answer;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.serving.ServedModels;

/** The engine without a store: no subject is known, nobody has consented, objected or been contacted. */
final class OfflineWorld implements RuleSets, Subjects, ServingModels, ContactLedger {
    private final RuleSet rules;
    private final Predictions predictions;
    private final DecideNextBestAction decide;

    OfflineWorld(RuleSet rules, Optional<Predictions> predictions) {
        this.rules = rules;
        this.predictions = predictions.orElse(Predictions.NONE);
        this.decide = new DecideNextBestAction(
                this,
                this,
                this,
                this,
                (record, waiting) -> {},
                () -> UUID.randomUUID().toString());
    }

    /** Every model in the folders of a folder. */
    static Predictions modelsIn(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return new ServedModels(folders.filter(Files::isDirectory)
                    .sorted()
                    .map(TrainedModel::load)
                    .toList());
        } catch (IOException e) {
            throw new Failed("The models in " + folder + " could not be read: " + e.getMessage(), e);
        }
    }

    Answer decide(DecisionRequest request) {
        return decide.decide(request);
    }

    @Override
    public RuleSet active() {
        return rules;
    }

    @Override
    public Optional<RuleSet> version(String version) {
        return version.equals(rules.version()) ? Optional.of(rules) : Optional.empty();
    }

    @Override
    public Optional<SubjectState> find(SubjectId id, Instant at) {
        return Optional.empty();
    }

    @Override
    public List<SubjectState> all(SubjectType type, Instant at) {
        return List.of();
    }

    @Override
    public Predictions predictions() {
        return predictions;
    }

    @Override
    public Statistics statistics() {
        return Statistics.NONE;
    }

    @Override
    public Permissions permissions(SubjectId person, Instant at) {
        return Permissions.NONE;
    }

    @Override
    public ContactHistory history(SubjectId person, Instant at) {
        return ContactHistory.EMPTY;
    }

    @Override
    public Optional<String> reserve(
            SubjectId person, Contact contact, List<Cap> caps, ZoneId zone, String decision, Duration hold) {
        return Optional.of("offline");
    }
}
