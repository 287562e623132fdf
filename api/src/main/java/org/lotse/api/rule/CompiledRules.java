package org.lotse.api.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.rule.RuleSet;
import org.lotse.rules.read.RuleBundle;
import org.springframework.stereotype.Component;

/** The compiled rule sets that are asked for most; each is compiled once, however many ask at the same time. */
@Component
class CompiledRules {
    /** Enough for the active one, its drafts and what is being replayed; each holds its own classes. */
    private static final int MOST = 12;

    private final JdbcRuleBundles bundles;
    private final RuleWorkshop workshop;
    private final Map<String, CompletableFuture<RuleSet>> compiled = new LinkedHashMap<>(16, 0.75f, true);

    CompiledRules(JdbcRuleBundles bundles, RuleWorkshop workshop) {
        this.bundles = bundles;
        this.workshop = workshop;
    }

    /** A kept version; empty when there is none. */
    Optional<RuleSet> version(String version) {
        CompletableFuture<RuleSet> known = known(version);
        return known != null ? Optional.of(known.join()) : bundles.find(version).map(this::of);
    }

    /** Whether asking for a version would answer at once. That is not asking: what is looked at stays as old as it was. */
    synchronized boolean has(String version) {
        return compiled.entrySet().stream()
                .anyMatch(known ->
                        known.getKey().equals(version) && known.getValue().isDone());
    }

    /** The rule set of a bundle at hand. */
    RuleSet of(RuleBundle bundle) {
        String version = bundle.version();
        CompletableFuture<RuleSet> mine = new CompletableFuture<>();
        CompletableFuture<RuleSet> first = remember(version, mine);
        if (first != mine) {
            return first.join();
        }
        try {
            RuleSet rules = workshop.compile(bundle);
            mine.complete(rules);
            return rules;
        } catch (RuntimeException e) {
            forget(version);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private synchronized @Nullable CompletableFuture<RuleSet> known(String version) {
        return compiled.get(version);
    }

    private synchronized CompletableFuture<RuleSet> remember(String version, CompletableFuture<RuleSet> mine) {
        CompletableFuture<RuleSet> first = compiled.putIfAbsent(version, mine);
        if (compiled.size() > MOST) {
            compiled.remove(compiled.keySet().iterator().next());
        }
        return first == null ? mine : first;
    }

    private synchronized void forget(String version) {
        compiled.remove(version);
    }
}
