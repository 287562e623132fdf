package org.lotse.api.decision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.DecisionLog;
import org.lotse.engine.decision.JudgeSubject;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the engine together with its ports. */
@Configuration(proxyBeanMethods = false)
class DecisionWiring {
    @Bean
    EngineVersion engineVersion(ObjectProvider<BuildProperties> build) throws IOException {
        BuildProperties known = build.getIfAvailable();
        String version = known == null ? null : known.getVersion();
        return new EngineVersion(
                version == null ? "development" : version,
                Hashes.of(messages("/messages/decision.properties") + messages("/messages/decision_de.properties")));
    }

    @Bean
    SubjectKeys subjectKeys(JdbcClient database, Environment environment) {
        return new SubjectKeys(
                database,
                MasterKey.of(
                        environment.getProperty("lotse.master-key"),
                        Path.of(environment.getProperty("lotse.data", ".lotse"))));
    }

    @Bean
    DecisionStore decisionStore(JdbcClient database, SubjectKeys keys, RuleSets ruleSets, EngineVersion engine) {
        return new DecisionStore(database, keys, ruleSets, engine);
    }

    @Bean
    DecideNextBestAction decideNextBestAction(
            RuleSets ruleSets, Subjects subjects, ServingModels models, ContactLedger ledger, DecisionLog log) {
        return new DecideNextBestAction(ruleSets, subjects, models, ledger, log, () -> "d-" + UUID.randomUUID());
    }

    @Bean
    JudgeSubject judgeSubject(Subjects subjects, ServingModels models, ContactLedger ledger) {
        return new JudgeSubject(subjects, models, ledger);
    }

    private static String messages(String path) throws IOException {
        try (InputStream file = DecisionWiring.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("The message file " + path + " is not in this build.");
            }
            return Hashes.of(file.readAllBytes());
        }
    }
}
