package org.lotse.api.rule;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lotse.api.cli.Failed;
import org.lotse.engine.rule.RuleSet;
import org.lotse.rules.RulesRefused;
import org.lotse.rules.ShippedRules;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.read.RuleBundle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the rules a start begins with: the active ones of the database; on the very first start, and as long as nobody
 * has decided about rules here, those of the start's own folder or the shipped ones.
 */
@Component
class FirstRules {
    /** Any number no other lock of ours has. */
    private static final long LOCK = 4_101;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JdbcRuleBundles bundles;
    private final JdbcActivations activations;
    private final CompiledRules compiled;
    private final RuleSettings settings;
    private final Clock clock;

    FirstRules(
            JdbcClient database,
            PlatformTransactionManager transactions,
            JdbcRuleBundles bundles,
            JdbcActivations activations,
            CompiledRules compiled,
            RuleSettings settings,
            Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.bundles = bundles;
        this.activations = activations;
        this.compiled = compiled;
        this.settings = settings;
        this.clock = clock;
    }

    /** The rule set to begin with. */
    RuleSet load() {
        Instant now = clock.instant();
        Optional<Activation> active = activations.at(now);
        if (active.isPresent() && activations.decidedByAnyone()) {
            return kept(active.get().version());
        }
        RuleBundle own =
                Optional.ofNullable(settings.rules()).map(RuleBundle::ofFolder).orElseGet(ShippedRules::bundle);
        if (active.filter(known -> known.version().equals(own.version())).isPresent()) {
            return compiled.of(own);
        }
        RuleSet rules = compile(own);
        transaction.executeWithoutResult(status -> take(own, now));
        return activations
                .at(now)
                .map(Activation::version)
                .filter(version -> !version.equals(rules.version()))
                .map(this::kept)
                .orElse(rules);
    }

    /** Of several instances starting at once the first one decides. */
    private void take(RuleBundle own, Instant now) {
        database.sql("select pg_advisory_xact_lock(" + LOCK + ")").query().listOfRows();
        boolean taken = activations
                .at(clock.instant())
                .filter(known -> known.version().equals(own.version()))
                .isPresent();
        if (!taken && !activations.decidedByAnyone()) {
            String version = bundles.keep(own, "lotse", now);
            activations.add(new Activation(version, Activation.Kind.SHIPPED, "lotse", Optional.empty(), now, now));
        }
    }

    private RuleSet kept(String version) {
        return compiled.version(version)
                .orElseThrow(() -> new IllegalStateException("The active rule bundle " + version
                        + " is not in the database. Maybe it was restored in parts; restore it whole."));
    }

    private RuleSet compile(RuleBundle bundle) {
        try {
            return compiled.of(bundle);
        } catch (RulesRefused refused) {
            throw new Failed(
                    "The rules in "
                            + Optional.ofNullable(settings.rules())
                                    .map(Object::toString)
                                    .orElse("the product")
                            + " cannot be used:\n"
                            + refused.findings().stream()
                                    .filter(finding -> finding.severity() == Severity.ERROR)
                                    .map(Finding::toString)
                                    .collect(Collectors.joining("\n")),
                    refused);
        }
    }
}
