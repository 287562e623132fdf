package org.lotse.api.rule;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compiles on this instance what may soon come into force, beside the rules that serve: drafts from their submission on,
 * so that the colleague's approval need not wait for it, and planned activations. Thread-safe.
 */
@Component
class PrepareRules {
    private static final Logger LOG = LoggerFactory.getLogger(PrepareRules.class);

    private final JdbcActivations activations;
    private final JdbcDrafts drafts;
    private final CompiledRules compiled;
    private final Begun<JdbcDrafts.Submitted> submitted = new Begun<>(this::draft);
    private final Begun<String> soon = new Begun<>(this::version);

    PrepareRules(JdbcActivations activations, JdbcDrafts drafts, CompiledRules compiled) {
        this.activations = activations;
        this.drafts = drafts;
        this.compiled = compiled;
    }

    /** Begins whatever has not been begun; returns at once. */
    void prepare(Instant now) {
        soon.begin(activations.soon(now).stream()
                .filter(version -> !compiled.has(version))
                .toList());
        submitted.begin(drafts.submitted());
    }

    /** Should others crowd it out before it is needed, it is compiled again. */
    private void version(String version) {
        compiled.version(version);
        soon.forget(version);
    }

    private void draft(JdbcDrafts.Submitted submitted) {
        drafts.find(submitted.id())
                .filter(draft -> draft.revision() == submitted.revision())
                .ifPresent(draft -> compiled.of(draft.bundle()));
    }

    /** What is asked for and was begun once, however it ended; forgotten when it is no longer asked for. */
    private record Begun<T>(Set<T> ones, Consumer<T> compile) {
        Begun(Consumer<T> compile) {
            this(ConcurrentHashMap.newKeySet(), compile);
        }

        void begin(Collection<T> asked) {
            ones.retainAll(asked);
            asked.stream().filter(ones::add).forEach(one -> Thread.startVirtualThread(() -> compile(one)));
        }

        void forget(T one) {
            ones.remove(one);
        }

        private void compile(T one) {
            try {
                compile.accept(one);
            } catch (RuntimeException e) {
                LOG.warn("{} could not be compiled ahead: {}", one, e.getMessage());
            }
        }
    }
}
