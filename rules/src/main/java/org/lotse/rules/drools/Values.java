package org.lotse.rules.drools;

import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermLayout;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;

/**
 * The values the rules read, by slot, twice: with stand-ins, and without those the vocabulary keeps out of eligibility.
 * For use by one thread.
 */
final class Values {
    private final @Nullable Value[] all;
    private final @Nullable Value[] firm;

    private Values(@Nullable Value[] all, @Nullable Value[] firm) {
        this.all = all;
        this.firm = firm;
    }

    static Values of(Slots slots, Places places, Terms terms) {
        Values values = new Values(new Value[slots.count()], new Value[slots.count()]);
        values.put(places, terms);
        return values;
    }

    /** These values and a candidate's. */
    Values with(Places places, Terms candidate) {
        Values both = new Values(all.clone(), firm.clone());
        both.put(places, candidate);
        return both;
    }

    void put(int slot, Value value) {
        all[slot] = value;
        firm[slot] = value;
    }

    /** With stand-ins. Rows already asked keep reading these, so only terms they do not read may be put afterwards. */
    @Nullable
    Value[] all() {
        return all;
    }

    /** Without stand-ins that eligibility must not rely on. */
    @Nullable
    Value[] firm() {
        return firm;
    }

    private void put(Places places, Terms terms) {
        for (int each = 0; each < places.slots().length; each++) {
            Reading reading = terms.atPlace(places.places()[each]);
            int slot = places.slots()[each];
            if (reading instanceof Reading.Known read) {
                all[slot] = read.known();
                firm[slot] = read.known();
            } else if (reading instanceof Reading.Estimated estimated) {
                all[slot] = estimated.standIn();
                firm[slot] = places.standsIn()[each] ? estimated.standIn() : null;
            }
        }
    }

    /**
     * Where a layout of terms holds what the rules read.
     *
     * @param layout the layout
     * @param subject whose terms they are
     * @param places in the layout
     * @param slots in the same order, where the rules read them
     * @param standsIn whether a stand-in satisfies eligibility
     */
    record Places(TermLayout layout, SubjectType subject, int[] places, int[] slots, boolean[] standsIn) {
        static Places of(TermLayout layout, SubjectType subject, Slots slots, Vocabulary vocabulary) {
            int read = 0;
            int[] places = new int[layout.size()];
            int[] found = new int[layout.size()];
            boolean[] standsIn = new boolean[layout.size()];
            for (int place = 0; place < layout.size(); place++) {
                int slot = slots.find(layout.path(place));
                if (slot >= 0) {
                    places[read] = place;
                    found[read] = slot;
                    standsIn[read] = vocabulary
                            .term(subject, layout.path(place))
                            .map(Term::useStandInInRules)
                            .orElse(false);
                    read++;
                }
            }
            return new Places(
                    layout,
                    subject,
                    java.util.Arrays.copyOf(places, read),
                    java.util.Arrays.copyOf(found, read),
                    java.util.Arrays.copyOf(standsIn, read));
        }
    }
}
