package org.lotse.rules.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.lotse.rules.model.HitPolicy;
import org.lotse.rules.model.RuleFile;

/** Rows that are asked together, in file order, and the index that finds those that hit. Immutable. */
final class Round {
    static final Round NONE = new Round(List.of());

    private final Entry[] entries;
    private final RowIndex index;

    Round(List<Entry> entries) {
        this.entries = entries.toArray(Entry[]::new);
        this.index = new RowIndex(this.entries);
    }

    boolean isEmpty() {
        return entries.length == 0;
    }

    int size() {
        return entries.length;
    }

    Entry entry(int place) {
        return entries[place];
    }

    List<Entry> entries() {
        return List.of(entries);
    }

    /** Notes the rows that hit. */
    void ask(RowFact fact) {
        index.ask(fact);
    }

    /**
     * The rows that count of those that hit, in file order: hit policies decide.
     *
     * @param concerned only rows concerned are looked at: those about the action in question, for example
     * @param fact which rows hit
     * @param degraded takes the code of a table of which only one row may be hit and more were
     */
    List<Entry> counting(Bits concerned, RowFact fact, SortedSet<String> degraded) {
        int place = firstCounting(concerned, fact);
        if (place < 0) {
            return List.of();
        }
        List<Entry> counting = new ArrayList<>();
        for (; place >= 0; place = nextCounting(concerned, fact, place, degraded)) {
            counting.add(entries[place]);
        }
        return counting;
    }

    /** The place of the first row that counts; -1 when there is none. */
    int firstCounting(Bits concerned, RowFact fact) {
        return fact.hits().nextInBoth(concerned, 0);
    }

    /** The place of the next row that counts after one that does; -1 when there is none. */
    @SuppressWarnings("ReferenceEquality") // Two files are the same only if they are one.
    int nextCounting(Bits concerned, RowFact fact, int counted, SortedSet<String> degraded) {
        RuleFile file = entries[counted].file();
        boolean isOne = isOne(file.hitPolicy());
        int place = fact.hits().nextInBoth(concerned, counted + 1);
        // Entries are in file order, so those of one file are neighbours.
        while (isOne && place >= 0 && entries[place].file() == file) {
            if (file.hitPolicy() == HitPolicy.UNIQUE) {
                degraded.add("UNIQUE_TABLE_HIT_TWICE:" + file.path());
            }
            place = fact.hits().nextInBoth(concerned, place + 1);
        }
        return place;
    }

    private static boolean isOne(HitPolicy policy) {
        return policy == HitPolicy.FIRST || policy == HitPolicy.UNIQUE;
    }
}
