package org.lotse.engine.rule;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list that is worked out when it is first read: judging notes which row decided, and only whoever asks why pays for the
 * comparisons. What it is worked out from does not change, so it is the same whenever it is read. Safe for many threads.
 */
public final class Deferred<E> extends AbstractList<E> {
    private final Supplier<List<E>> work;
    private volatile @Nullable List<E> done;

    /** @param work always gives the same list */
    public Deferred(Supplier<List<E>> work) {
        this.work = work;
    }

    /** The list itself when it is deferred, else a copy: for records that keep lists. */
    static <E> List<E> copyOf(List<E> list) {
        return list instanceof Deferred ? list : List.copyOf(list);
    }

    private List<E> done() {
        List<E> known = done;
        if (known == null) {
            known = List.copyOf(work.get());
            done = known;
        }
        return known;
    }

    @Override
    public E get(int index) {
        return done().get(index);
    }

    @Override
    public int size() {
        return done().size();
    }
}
