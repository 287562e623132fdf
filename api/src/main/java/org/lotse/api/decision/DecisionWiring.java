package org.lotse.api.decision;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lotse.api.log.DecisionId;
import org.lotse.api.log.DecisionRows;
import org.lotse.engine.arbitration.Prices;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.DecisionLog;
import org.lotse.engine.decision.Incidents;
import org.lotse.engine.decision.JudgeSubject;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.decision.TimeBudget;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the engine together with its ports. */
@Configuration(proxyBeanMethods = false)
class DecisionWiring {
    private static final int AT_ONCE_PER_PROCESSOR = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    EngineVersion engineVersion(ObjectProvider<BuildProperties> build) throws IOException {
        BuildProperties known = build.getIfAvailable();
        String version = known == null ? null : known.getVersion();
        return new EngineVersion(
                version == null ? "development" : version,
                Hashes.of(messages("/messages/decision.properties") + messages("/messages/decision_de.properties")));
    }

    @Bean
    PackRecords packRecords(JdbcClient database, EngineVersion engine) {
        return new PackRecords(new JdbcRecordWords(database), engine);
    }

    @Bean
    DecisionStore decisionStore(DecisionRows rows, PackRecords pack, RuleSets ruleSets) {
        return new DecisionStore(rows, pack, ruleSets);
    }

    /** The log everybody writes to: who watches decisions sees them once they are durable. */
    @Bean
    @Primary
    @ConditionalOnProperty(name = "lotse.bench", havingValue = "false", matchIfMissing = true)
    DecisionLog decisionLog(DecisionStore store, List<DecisionWatcher> watchers) {
        return watched(store, watchers);
    }

    /** For benchmarks only: some requests are answered without being recorded. */
    @Bean
    @Primary
    @ConditionalOnProperty("lotse.bench")
    DecisionLog recordsUnlessToldNotTo(
            DecisionStore store, List<DecisionWatcher> watchers, WithoutRecord withoutRecord) {
        return watched(withoutRecord.unlessAsked(store), watchers);
    }

    private static DecisionLog watched(DecisionLog log, List<DecisionWatcher> watchers) {
        return (record, waiting) -> {
            log.append(record, waiting);
            watchers.forEach(watcher -> watcher.recorded(record));
        };
    }

    @Bean
    DecideNextBestAction decideNextBestAction(
            RuleSets ruleSets,
            Subjects subjects,
            ServingModels models,
            Prices prices,
            ContactLedger ledger,
            DecisionLog log,
            Incidents incidents,
            Clock clock,
            Environment environment) {
        SecureRandom random = new SecureRandom();
        return new DecideNextBestAction(
                ruleSets,
                subjects,
                models,
                prices,
                ledger,
                log,
                () -> DecisionId.make(clock.instant(), random),
                TimeBudget.onVirtualThreads(
                        Optional.ofNullable(environment.getProperty("lotse.time-budget", Duration.class))),
                incidents);
    }

    /** Some wait for the database while others compute, so more than one for each processor. */
    @Bean
    InTurn inTurn(Environment environment) {
        int usual = Math.max(16, AT_ONCE_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        return new InTurn(
                environment.getProperty("lotse.decisions-at-once", Integer.class, usual),
                environment.getProperty("lotse.patience", Duration.class, PATIENCE));
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
