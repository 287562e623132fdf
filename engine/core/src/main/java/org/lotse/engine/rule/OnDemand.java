package org.lotse.engine.rule;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list of so many elements, each made when it is first read: most of what is kept of a decision is never looked at. Made
 * of immutable parts, so that a thread that makes an element twice makes the same.
 */
public final class OnDemand<E> extends AbstractList<E> implements RandomAccess {
    private final int size;
    private final IntFunction<E> work;
    private @Nullable Object @Nullable [] made;

    private OnDemand(int size, IntFunction<E> work) {
        this.size = size;
        this.work = work;
    }

    /**
     * A list of so many elements.
     *
     * @param work what makes the element at a place; called again for the same place it makes an equal one
     */
    public static <E> List<E> of(int size, IntFunction<E> work) {
        return size == 0 ? List.of() : new OnDemand<>(size, work);
    }

    /** A list that nobody can change: the same if it is made on demand, else a copy. */
    public static <E> List<E> copyOf(List<E> list) {
        return list instanceof OnDemand ? list : Deferred.copyOf(list);
    }

    @Override
    @SuppressWarnings("unchecked") // Only what the work makes is put there.
    public E get(int index) {
        java.util.Objects.checkIndex(index, size);
        @Nullable Object[] known = made;
        if (known == null) {
            known = new Object[size];
            made = known;
        }
        Object element = known[index];
        if (element == null) {
            element = work.apply(index);
            known[index] = element;
        }
        return (E) element;
    }

    @Override
    public int size() {
        return size;
    }
}
