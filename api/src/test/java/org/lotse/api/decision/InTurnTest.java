package org.lotse.api.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lotse.api.problem.ProblemException;

class InTurnTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void decidesInTheOrderOfComing() throws Exception {
        InTurn oneByOne = new InTurn(1, LONG);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        List<Integer> order = new CopyOnWriteArrayList<>();
        Thread first = Thread.ofVirtual()
                .start(() -> oneByOne.decide(turn -> {
                    begun.countDown();
                    await(end);
                    return order.add(0);
                }));
        await(begun);
        List<Thread> others = new CopyOnWriteArrayList<>();
        for (int each = 1; each <= 5; each++) {
            int number = each;
            Thread next = Thread.ofPlatform().start(() -> oneByOne.decide(turn -> order.add(number)));
            others.add(next);
            while (next.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }

        end.countDown();
        first.join();
        for (Thread other : others) {
            other.join();
        }

        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void sendsAwayWhoWouldWaitTooLong() {
        InTurn queue = new InTurn(1, Duration.ofMillis(1));

        queue.decide(turn -> {
            assertThatThrownBy(() -> queue.decide(second -> "second")).isInstanceOf(ProblemException.class);
            return "first";
        });

        assertThat(queue.<String>decide(turn -> "third"))
                .as("a place is free again")
                .isEqualTo("third");
    }

    @Test
    void givesThePlaceBackWhenADecisionFails() {
        InTurn queue = new InTurn(1, Duration.ofMillis(1));

        assertThatThrownBy(() -> queue.decide(turn -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(queue.<String>decide(turn -> "next")).isEqualTo("next");
    }

    @Test
    void letsTheNextInOnceATurnHasEnded() {
        InTurn queue = new InTurn(1, Duration.ofMillis(1));

        String first = queue.<String>decide(turn -> {
            turn.end();
            return queue.<String>decide(next -> {
                turn.end();
                assertThatThrownBy(() -> queue.decide(third -> "third"))
                        .as("ending twice frees one place")
                        .isInstanceOf(ProblemException.class);
                return "second";
            });
        });

        assertThat(first).isEqualTo("second");
    }

    @Test
    void refusesToLetNobodyIn() {
        assertThatThrownBy(() -> new InTurn(0, LONG)).hasMessageContaining("LOTSE_DECISIONS_AT_ONCE");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
