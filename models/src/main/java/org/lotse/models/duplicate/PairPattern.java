package org.lotse.models.duplicate;

import java.util.EnumMap;
import java.util.Map;

/**
 * How two records agree in every respect, in one number, because millions of pairs show a few thousand patterns only.
 *
 * @param code four bits a comparison: 0 when it is unknown, else the place of its level plus one
 */
public record PairPattern(long code) {
    private static final Comparison[] COMPARISONS = Comparison.values();
    private static final int BITS = 4;
    private static final long MASK = (1L << BITS) - 1;

    static final PairPattern NONE = new PairPattern(0);

    PairPattern with(Comparison comparison, Agreement agreement) {
        int shift = comparison.ordinal() * BITS;
        return new PairPattern(code & ~(MASK << shift) | (long) (comparison.place(agreement) + 1) << shift);
    }

    /** The place of the level in a comparison, from 0; -1 when it is unknown. */
    int place(Comparison comparison) {
        return (int) (code >>> comparison.ordinal() * BITS & MASK) - 1;
    }

    /** How the records agree in one respect. */
    public Agreement agreement(Comparison comparison) {
        int place = place(comparison);
        return place < 0 ? Agreement.UNKNOWN : comparison.levels().get(place);
    }

    /** How the records agree in all respects of which both say something. */
    public Map<Comparison, Agreement> agreements() {
        Map<Comparison, Agreement> agreements = new EnumMap<>(Comparison.class);
        for (Comparison comparison : COMPARISONS) {
            if (place(comparison) >= 0) {
                agreements.put(comparison, agreement(comparison));
            }
        }
        return agreements;
    }
}
