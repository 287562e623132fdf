package org.lotse.rules.drools;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermLayout;
import org.lotse.engine.term.Vocabulary;

/**
 * Remembers where the layouts met last hold the terms the rules read. There are as many layouts as subject types and links;
 * terms read back from records bring their own, which push out the oldest. Thread-safe.
 */
final class KnownPlaces {
    private static final int MOST = 8;

    private final Slots slots;
    private final Vocabulary vocabulary;
    private final AtomicReferenceArray<Values.@Nullable Places> known = new AtomicReferenceArray<>(MOST);
    private volatile int next;

    KnownPlaces(Slots slots, Vocabulary vocabulary) {
        this.slots = slots;
        this.vocabulary = vocabulary;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // Which entry is pushed out does not matter.
    Values.Places of(TermLayout layout, SubjectType subject) {
        for (int each = 0; each < MOST; each++) {
            Values.Places places = known.get(each);
            if (places != null && places.layout() == layout && places.subject().equals(subject)) {
                return places;
            }
        }
        Values.Places places = Values.Places.of(layout, subject, slots, vocabulary);
        known.set(next++ & (MOST - 1), places);
        return places;
    }
}
