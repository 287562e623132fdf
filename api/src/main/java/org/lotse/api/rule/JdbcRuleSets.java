package org.lotse.api.rule;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lotse.api.cli.Failed;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The rule sets of the database. The active one is held in memory; activations by other instances, and planned ones, are
 * followed within a quarter of a second. The first one is compiled while the rest of the service starts. Thread-safe.
 */
@Component
public class JdbcRuleSets implements RuleSets, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcRuleSets.class);
    private static final long FOLLOW_MILLIS = 250;

    private final JdbcActivations activations;
    private final CompiledRules compiled;
    private final PrepareRules prepare;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final CompletableFuture<RuleSet> first;
    private final ScheduledExecutorService following;
    private volatile @Nullable RuleSet active;
    private volatile @Nullable String behind;

    JdbcRuleSets(
            FirstRules firstRules,
            JdbcActivations activations,
            CompiledRules compiled,
            PrepareRules prepare,
            ApplicationEventPublisher events,
            Clock clock) {
        this.activations = activations;
        this.compiled = compiled;
        this.prepare = prepare;
        this.events = events;
        this.clock = clock;
        this.following = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("follow-rules").daemon().factory());
        this.first = CompletableFuture.supplyAsync(firstRules::load, following);
        following.scheduleWithFixedDelay(this::follow, FOLLOW_MILLIS, FOLLOW_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Other rules are in force now, on this instance.
     *
     * @param version content hash of the bundle
     */
    public record RulesActivated(String version) {}

    @Override
    public RuleSet active() {
        RuleSet now = active;
        return now != null ? now : first();
    }

    @Override
    public Optional<RuleSet> version(String version) {
        RuleSet now = active();
        return now.version().equals(version) ? Optional.of(now) : compiled.version(version);
    }

    /** The version that is in force but not ready on this instance, which still decides by the one before. */
    Optional<String> behind() {
        return Optional.ofNullable(behind);
    }

    /** Takes the activation in force now; called after each change, and regularly for those of other instances. */
    synchronized void refresh() {
        RuleSet before = active();
        Optional<String> other = activations
                .at(clock.instant())
                .map(Activation::version)
                .filter(version -> !version.equals(before.version()));
        behind = other.orElse(null);
        other.flatMap(compiled::version).ifPresent(rules -> {
            active = rules;
            behind = null;
            LOG.info("Rules {} are active", rules.version());
            events.publishEvent(new RulesActivated(rules.version()));
        });
    }

    @Override
    public void destroy() {
        following.shutdownNow();
    }

    private RuleSet first() {
        try {
            return begin(first.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof Failed failed ? failed : e;
        }
    }

    private synchronized RuleSet begin(RuleSet rules) {
        RuleSet now = active == null ? rules : active;
        active = now;
        return now;
    }

    private void follow() {
        try {
            refresh();
            prepare.prepare(clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("The active rules could not be followed; asking again: {}", e.getMessage());
        }
    }
}
