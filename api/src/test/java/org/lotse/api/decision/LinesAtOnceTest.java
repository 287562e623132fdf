package org.lotse.api.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LinesAtOnceTest {
    private final List<Integer> taken = new ArrayList<>();

    @Test
    void resultsComeInTheOrderOfTheLines() throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            LinesAtOnce<Integer> lines = new LinesAtOnce<>(threads, 8, taken::add);
            for (int i = 0; i < 500; i++) {
                int line = i;
                lines.add("c-" + i, () -> {
                    Thread.sleep(0, (line * 7919) % 400_000);
                    return line;
                });
            }
            lines.finish();
        }

        assertThat(taken).hasSize(500).isSorted();
    }

    @Test
    void linesAboutDifferentSubjectsRunAtOnce() throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            LinesAtOnce<Integer> lines = new LinesAtOnce<>(threads, 4, taken::add);
            CountDownLatch all = new CountDownLatch(4);
            for (int i = 0; i < 4; i++) {
                int line = i;
                lines.add("c-" + i, () -> {
                    all.countDown();
                    all.await();
                    return line;
                });
            }
            lines.finish();
        }

        assertThat(taken).containsExactly(0, 1, 2, 3);
    }

    @Test
    void linesAboutOneSubjectRunOneAfterTheOther() throws IOException {
        AtomicInteger running = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            LinesAtOnce<Integer> lines = new LinesAtOnce<>(threads, 8, taken::add);
            for (int i = 0; i < 20; i++) {
                lines.add("the same", () -> {
                    int at = running.incrementAndGet();
                    Thread.sleep(1);
                    running.decrementAndGet();
                    return at;
                });
            }
            lines.finish();
        }

        assertThat(taken).hasSize(20).allMatch(at -> at == 1);
    }

    @Test
    void failureOfALineIsNotSwallowed() throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            LinesAtOnce<Integer> lines = new LinesAtOnce<>(threads, 8, taken::add);
            lines.add("c-1", () -> {
                throw new IllegalStateException("broken");
            });

            assertThatThrownBy(lines::finish).hasMessage("broken");
        }
    }
}
