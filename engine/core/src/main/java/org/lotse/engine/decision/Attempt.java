package org.lotse.engine.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One try to take a decision. Parts are read through it: one that fails is left out, one that is too slow is left out by
 * whoever waits ({@link TimeBudget}), who then tries again with what had been read until then. A try that was given up
 * never reserves or records.
 */
final class Attempt {
    private enum State {
        READING,
        COMMITTING,
        GIVEN_UP
    }

    /** What outlives a try: what was read, and what is left out. */
    static final class Memory {
        /** What was read of which part, in turns; replaced as a whole, as there are few and most are read once. */
        private volatile Object[] read = new Object[0];

        private volatile List<Part> leftOut = List.of();
        private final Incidents incidents;

        Memory(Incidents incidents) {
            this.incidents = incidents;
        }

        /** Whether nothing is left out. */
        boolean isComplete() {
            return leftOut.isEmpty();
        }

        void leaveOut(Part part, Incidents.Cause cause) {
            synchronized (this) {
                if (leftOut.contains(part)) {
                    return;
                }
                List<Part> more = new ArrayList<>(leftOut);
                more.add(part);
                leftOut = List.copyOf(more);
            }
            incidents.leftOut(part, cause);
        }

        @Nullable
        Object read(Part part) {
            Object[] known = read;
            for (int each = 0; each < known.length; each += 2) {
                if (known[each].equals(part)) {
                    return known[each + 1];
                }
            }
            return null;
        }

        synchronized void keep(Part part, Object value) {
            if (read(part) != null) {
                forget(part);
            }
            Object[] more = Arrays.copyOf(read, read.length + 2);
            more[read.length] = part;
            more[read.length + 1] = value;
            read = more;
        }

        synchronized void forget(Part part) {
            List<Object> left = new ArrayList<>(read.length);
            for (int each = 0; each < read.length; each += 2) {
                if (!read[each].equals(part)) {
                    left.add(read[each]);
                    left.add(read[each + 1]);
                }
            }
            if (left.size() < read.length) {
                read = left.toArray();
            }
        }
    }

    /** Thrown inside a try that nobody waits for any more. */
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp() {
            super("Nobody waits for this try any more.", null, false, false);
        }
    }

    private final Memory memory;
    private final AtomicReference<State> state = new AtomicReference<>(State.READING);
    private volatile @Nullable Part current;

    Attempt(Memory memory) {
        this.memory = memory;
    }

    /** What is left out, in the order in which it turned out. */
    List<Part> leftOut() {
        return memory.leftOut;
    }

    /** Reads a part once; what was read in an earlier try is taken from there. */
    <T> T once(Part part, Supplier<T> reading, T otherwise) {
        if (memory.leftOut.contains(part)) {
            return otherwise;
        }
        Object known = memory.read(part);
        if (known != null) {
            @SuppressWarnings("unchecked")
            T same = (T) known;
            return same;
        }
        Optional<T> read = tried(part, () -> Optional.of(reading.get()));
        read.ifPresent(value -> memory.keep(part, value));
        return read.orElse(otherwise);
    }

    /**
     * Reads several parts in one go, before each is asked for with {@link #once}. When that fails each is read on its own, so
     * that the one at fault is named; not tried again once something has been left out.
     *
     * @param part the part named when nobody waits any longer
     */
    <T> void ahead(Part part, Supplier<Optional<T>> reading, Consumer<T> keeping) {
        if (!memory.leftOut.isEmpty() || memory.read(part) != null) {
            return;
        }
        Part outer = current;
        current = part;
        Optional<T> read;
        try {
            read = reading.get();
        } catch (RuntimeException failure) {
            read = Optional.empty();
        } finally {
            current = outer;
        }
        if (state.get() == State.GIVEN_UP) {
            throw new GivenUp();
        }
        read.ifPresent(keeping);
    }

    /** Keeps what was read of a part ahead of its being asked for. */
    void keep(Part part, Object value) {
        memory.keep(part, value);
        memory.incidents.answered(part);
    }

    /** Asks a part, each time anew; empty when it is left out. */
    <T> Optional<T> tried(Part part, Supplier<Optional<T>> asking) {
        if (memory.leftOut.contains(part)) {
            return Optional.empty();
        }
        Part outer = current;
        current = part;
        try {
            Optional<T> answer = asking.get();
            if (state.get() == State.GIVEN_UP) {
                throw new GivenUp();
            }
            memory.incidents.answered(part);
            return answer;
        } catch (GivenUp givenUp) {
            throw givenUp;
        } catch (RuntimeException failure) {
            if (state.get() == State.GIVEN_UP) {
                throw new GivenUp();
            }
            memory.leaveOut(part, new Incidents.Cause.Failed(failure));
            return Optional.empty();
        } finally {
            current = outer;
        }
    }

    /** Goes on without a part that failed. */
    void leaveOut(Part part, RuntimeException failure) {
        memory.leaveOut(part, new Incidents.Cause.Failed(failure));
    }

    /** Forgets what was read of a part, to read it anew. */
    void forget(Part part) {
        memory.forget(part);
    }

    /**
     * From here on the try changes things: it reserves and records.
     *
     * @throws GivenUp when nobody waits any more
     */
    void commit() {
        if (!state.compareAndSet(State.READING, State.COMMITTING) && state.get() != State.COMMITTING) {
            throw new GivenUp();
        }
    }

    /** The part being read at the moment. */
    Optional<Part> current() {
        return Optional.ofNullable(current);
    }

    /** Whether it has begun to change things. */
    boolean isCommitting() {
        return state.get() == State.COMMITTING;
    }

    /** Gives the try up unless it has begun to change things. */
    boolean giveUp() {
        return state.compareAndSet(State.READING, State.GIVEN_UP);
    }
}
