package org.lotse.api.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lotse.engine.rule.RuleSet;
import org.lotse.rules.example.ExampleReport;
import org.lotse.rules.example.RunExamples;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.read.DescribeColumns;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.trial.TryPromises;

class PromiseTrialsTest {
    private static final RuleBundle BUNDLE = RuleBundle.ofFiles(Map.of("tables/a.csv", bytes("a")));

    private final Trying trying = new Trying();
    private final InMemoryTriedPromises kept = new InMemoryTriedPromises();
    private final PromiseTrials promises = new PromiseTrials(trying, kept);

    @AfterEach
    void stop() {
        promises.stop();
    }

    @Test
    void whatHasBeenTriedIsNotTriedAgain() {
        promises.broken(BUNDLE);
        promises.broken(BUNDLE.with("tests/a.feature", bytes("Feature: a")));
        promises.broken(BUNDLE.with("replies.csv", bytes("text")));

        assertThat(trying.tried).hasSize(1);
    }

    @Test
    void otherTablesAreTriedAnew() {
        promises.broken(BUNDLE);
        promises.broken(BUNDLE.with("tables/a.csv", bytes("b")));

        assertThat(trying.tried).hasSize(2);
    }

    @Test
    void aTrialThatFailedIsTriedAgain() {
        trying.failure = Optional.of(new IllegalStateException("the database does not answer"));
        assertThatThrownBy(() -> promises.broken(BUNDLE)).hasMessageContaining("does not answer");

        trying.failure = Optional.empty();

        assertThat(promises.broken(BUNDLE)).isEmpty();
    }

    @Test
    void tryingBeginsWhileADraftIsEdited() throws InterruptedException {
        promises.begin(BUNDLE);

        assertThat(trying.begun.await(60, TimeUnit.SECONDS)).isTrue();
        promises.broken(BUNDLE);
        assertThat(trying.tried).hasSize(1);
    }

    @Test
    void whoeverWaitsHearsHowFarItIsAndMayLeave() {
        trying.slowly = true;

        assertThatThrownBy(() -> promises.broken(BUNDLE, (share, tried) -> {
                    assertThat(share).isBetween(0.0, 1.0);
                    throw new IllegalArgumentException("not wanted any more");
                }))
                .hasMessageContaining("not wanted any more");
        trying.slowly = false;

        assertThat(promises.broken(BUNDLE)).isEmpty();
        assertThat(trying.tried).as("the trial that nobody waited for ended").hasSize(2);
    }

    @Test
    void whatAnotherInstanceTriedIsNotTriedAgain() {
        promises.broken(BUNDLE);
        PromiseTrials other = new PromiseTrials(trying, kept);

        assertThat(other.isTried(BUNDLE)).isTrue();
        assertThat(other.broken(BUNDLE)).isEmpty();
        other.stop();

        assertThat(trying.tried).hasSize(1);
    }

    private static final class InMemoryTriedPromises implements TriedPromises {
        private final Map<String, List<Finding>> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<List<Finding>> find(String version) {
            return Optional.ofNullable(kept.get(version));
        }

        @Override
        public void keep(String version, List<Finding> findings) {
            kept.put(version, findings);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Remembers what it was asked to prove. */
    private static final class Trying implements RuleWorkshop {
        private final List<String> tried = new CopyOnWriteArrayList<>();
        private volatile boolean slowly;
        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile Optional<RuntimeException> failure = Optional.empty();

        @Override
        public List<Finding> prove(RuleBundle bundle, TryPromises.Progress progress) {
            tried.add(bundle.version());
            begun.countDown();
            for (int step = 1; slowly; step++) {
                progress.at(0.5, step);
                Thread.onSpinWait();
            }
            failure.ifPresent(why -> {
                throw why;
            });
            return List.of();
        }

        @Override
        public List<Finding> check(RuleBundle bundle) {
            return List.of();
        }

        @Override
        public Optional<DescribeColumns> columns(RuleBundle bundle) {
            return Optional.empty();
        }

        @Override
        public ExampleReport test(RuleBundle bundle, RunExamples.Progress progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RuleSet compile(RuleBundle bundle) {
            throw new UnsupportedOperationException();
        }
    }
}
