package org.lotse.rules.drools;

import java.util.HashMap;
import java.util.Map;
import org.lotse.engine.term.TermPath;

/** Gives every term the rules read a place in an array. Filled while compiling, then only read. */
final class Slots {
    private final Map<TermPath, Integer> places = new HashMap<>();

    int of(TermPath path) {
        return places.computeIfAbsent(path, ignored -> places.size());
    }

    /** The place of a term, or -1 when no rule reads it. */
    int find(TermPath path) {
        Integer place = places.get(path);
        return place == null ? -1 : place;
    }

    int count() {
        return places.size();
    }
}
