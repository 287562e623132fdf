package org.lotse.engine.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys that many maps share: all decisions of a bundle are about the same actions, so each needs an array of values only
 * ({@link Keyed}). Immutable; equal only to itself.
 */
public final class Keys<K> {
    private final List<K> keys;
    private final Map<K, Integer> places = new HashMap<>();

    /** @param keys in the order in which maps of them are read; a second one that is equal is left out */
    public Keys(Collection<? extends K> keys) {
        this.keys = List.copyOf(new LinkedHashSet<>(keys));
        for (int place = 0; place < this.keys.size(); place++) {
            places.put(this.keys.get(place), place);
        }
    }

    /** How many there are. */
    public int size() {
        return keys.size();
    }

    /** The key at a place. */
    public K at(int place) {
        return keys.get(place);
    }

    /** The place of a key, or -1. */
    public int find(@Nullable Object key) {
        Integer place = places.get(key);
        return place == null ? -1 : place;
    }
}
