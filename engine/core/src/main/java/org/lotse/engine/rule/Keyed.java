package org.lotse.engine.rule;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map whose keys are shared with other maps: making one costs an array of values and no hashing. A key whose
 * value is null is not in it.
 */
public sealed class Keyed<K, V> extends AbstractMap<K, V> permits Judged {
    private final Keys<K> keys;
    private final @Nullable Object[] values;

    /**
     * @param keys the shared keys
     * @param values a value per place of a key, null where there is none; never changed afterwards
     */
    public Keyed(Keys<K> keys, @Nullable Object[] values) {
        if (values.length != keys.size()) {
            throw new IllegalArgumentException(values.length + " values do not fit " + keys.size() + " keys.");
        }
        this.keys = keys;
        this.values = values;
    }

    /** A map that nobody can change: the same if its keys are shared, else a copy. */
    public static <K, V> Map<K, V> copyOf(Map<K, V> map) {
        return map instanceof Keyed ? map : Map.copyOf(map);
    }

    /** The shared keys. */
    public Keys<K> keys() {
        return keys;
    }

    /** The value of the key at a place, or null. */
    @SuppressWarnings("unchecked") // The constructor takes values only.
    public @Nullable V at(int place) {
        return (V) values[place];
    }

    /** Puts a value that is made when it is first read. */
    final void put(int place, V value) {
        values[place] = value;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int place = keys.find(key);
        return place < 0 ? null : at(place);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        int size = 0;
        for (int place = 0; place < values.length; place++) {
            size += at(place) == null ? 0 : 1;
        }
        return size;
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Entry<K, V>> {
        @Override
        public int size() {
            return Keyed.this.size();
        }

        @Override
        public Iterator<Entry<K, V>> iterator() {
            return new Walk();
        }
    }

    private final class Walk implements Iterator<Entry<K, V>> {
        private int next = following(0);

        private int following(int from) {
            int place = from;
            while (place < values.length && at(place) == null) {
                place++;
            }
            return place;
        }

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        public Entry<K, V> next() {
            V value = hasNext() ? at(next) : null;
            if (value == null) {
                throw new NoSuchElementException();
            }
            Entry<K, V> entry = Map.entry(keys.at(next), value);
            next = following(next + 1);
            return entry;
        }
    }
}
