package org.lotse.engine.decision;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** How long a decision may take, and what happens when a part does not answer in that time. Thread-safe. */
public abstract sealed class TimeBudget permits TimeBudget.Unlimited, OnVirtualThreads {
    TimeBudget() {}

    /**
     * Waits as long as it takes: for batches, and where nothing is read from afar. Parts that fail are left out all the
     * same.
     */
    public static TimeBudget unlimited() {
        return new Unlimited();
    }

    /**
     * Takes each decision on a virtual thread of its own and watches over its time.
     *
     * @param instead a budget that counts instead of the one in the settings
     */
    public static TimeBudget onVirtualThreads(Optional<Duration> instead) {
        return new OnVirtualThreads(instead);
    }

    /**
     * Takes a decision.
     *
     * @param budget how long it may take, by the settings
     * @param memory what is read and what is left out
     * @param work one try
     * @param tooLate what is answered when what changes things did not end in time
     */
    abstract Answer keep(
            Duration budget, Attempt.Memory memory, Function<Attempt, Answer> work, Function<Attempt, Answer> tooLate);

    static final class Unlimited extends TimeBudget {
        @Override
        Answer keep(
                Duration budget,
                Attempt.Memory memory,
                Function<Attempt, Answer> work,
                Function<Attempt, Answer> tooLate) {
            return work.apply(new Attempt(memory));
        }
    }
}
