package org.lotse.api.model;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.models.TrainingData;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.onnx.ImportOnnx;
import org.lotse.models.portrait.DrawPortrait;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Table;
import org.springframework.stereotype.Component;

/**
 * Takes models the company brings into the registry, under the same guard rails: what they take must be no sensitive term
 * unless that is declared lawful, and must serve their purpose.
 */
@Component
class ImportModels {
    private final JdbcModelVersions versions;
    private final RuleSets rules;
    private final Clock clock;

    ImportModels(JdbcModelVersions versions, RuleSets rules, Clock clock) {
        this.versions = versions;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Takes one as a candidate.
     *
     * @throws ModelProblem when it may not be taken, naming the reason
     */
    ModelVersion take(ModelDefinition definition, byte[] file, Table sample, String by) {
        TrainedModel model = ImportOnnx.take(definition, file, sample, clock);
        List<String> names = model.signals().names().toList();
        definition.subject().ifPresent(subject -> names.forEach(name -> check(definition, subject, name)));
        ZoneId zone = rules.active().settings().zone();
        TrainingData data = TrainingData.of(sample, "a sample");
        versions.add(
                model, Optional.of(new DrawPortrait(model, zone).draw(data, Optional.empty())), by, clock.instant());
        return versions.find(definition.name(), model.version()).orElseThrow();
    }

    private void check(ModelDefinition definition, SubjectType subject, String name) {
        if (!TermKey.isWellFormed(name)) {
            return;
        }
        rules.active().vocabulary().term(subject, new TermKey(name)).ifPresent(term -> {
            if (term.sensitive() && !definition.guards().allow(name)) {
                throw new ModelProblem("The ONNX model of " + definition.name() + " takes \"" + name
                        + "\", which is sensitive. Maybe declare with the reason why it may be used: lawful: {" + name
                        + ": the reason}.");
            }
            if (!term.servesPurpose(definition.purpose())) {
                throw new ModelProblem("The ONNX model of " + definition.name() + " takes \"" + name
                        + "\", which is not for " + definition.purpose() + ". Maybe write purpose: service.");
            }
        });
    }
}
