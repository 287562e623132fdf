package org.lotse.rules.drools;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Keys;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermLayout;
import org.lotse.engine.term.TermPath;

/**
 * The terms the rules of one scope conclude, by number, with what is the same about them for everybody. Immutable and safe
 * for many threads.
 */
final class RuleTerms {
    private final Keys<TermKey> keys;
    private final Term[] terms;
    /** Where rows read them; -1 where none does. */
    private final int[] slots;
    /** What is concluded where no row writes the term and the request does not set it; null where a row writes it. */
    private final @Nullable Conclusion[] unwritten;

    private final List<List<Entry>> writers;
    /** The levels in order, each with the numbers of the terms it completes. */
    private final int[][] byLevel;
    /** By level and, in the same order, term: the rows of the level that write the term. */
    private final Bits[][] writing;

    private volatile @Nullable Given last;

    /** Where the terms lie in a layout; -1 where they do not. */
    private record Given(TermLayout layout, int[] places) {}

    RuleTerms(Scope scope, Collection<Term> concluded, Slots slots) {
        this.terms = concluded.toArray(Term[]::new);
        this.keys = new Keys<>(concluded.stream().map(Term::key).toList());
        this.slots = new int[terms.length];
        this.unwritten = new Conclusion[terms.length];
        for (int each = 0; each < terms.length; each++) {
            Term term = terms[each];
            this.slots[each] = slots.find(TermPath.of(term.key()));
            if (!scope.writers().containsKey(term.key())) {
                unwritten[each] = new Conclusion(term.key(), term.fallback(), List.of(), List.of());
            }
        }
        Map<TermKey, List<Entry>> all = scope.writers();
        this.writers = concluded.stream()
                .map(term -> all.getOrDefault(term.key(), List.of()))
                .toList();
        this.byLevel = new int[scope.levels().size()][];
        this.writing = new Bits[byLevel.length][];
        for (int level = 0; level < byLevel.length; level++) {
            Scope.Level one = scope.levels().get(level);
            byLevel[level] = one.terms().stream()
                    .mapToInt(keys::find)
                    .filter(each -> each >= 0)
                    .toArray();
            writing[level] = new Bits[byLevel[level].length];
            for (int each = 0; each < writing[level].length; each++) {
                TermKey key = terms[byLevel[level][each]].key();
                writing[level][each] = Bits.where(
                        one.round().size(), place -> one.round().entry(place).writes(key));
            }
        }
    }

    Keys<TermKey> keys() {
        return keys;
    }

    Term term(int number) {
        return terms[number];
    }

    int slot(int number) {
        return slots[number];
    }

    /** What is concluded without a row; null where rows have to be asked. */
    @Nullable
    Conclusion unwritten(int number) {
        return unwritten[number];
    }

    /** The rows that write a term, in file order. */
    List<Entry> writers(int number) {
        return writers.get(number);
    }

    /** The numbers of the terms a level completes. */
    int[] of(int level) {
        return byLevel[level];
    }

    /** The rows of a level that write its so-manieth term. */
    Bits writing(int level, int each) {
        return writing[level][each];
    }

    /** Where a layout of terms holds what the request may set. */
    int[] places(TermLayout layout) {
        Given known = last;
        if (known == null || known.layout() != layout) {
            int[] places = new int[terms.length];
            for (int each = 0; each < places.length; each++) {
                places[each] = layout.find(new TermPath(Optional.empty(), keys.at(each)));
            }
            known = new Given(layout, places);
            last = known;
        }
        return known.places();
    }
}
