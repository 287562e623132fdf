package org.lotse.rules.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lotse.rules.model.HitPolicy;
import org.lotse.rules.model.RuleFile;

/** Applies the hit policies: which of the rows that hit count. */
final class Hits {
    private Hits() {}

    /**
     * The rows that count, in file order.
     *
     * @param asked the rows asked in a round, in file order
     * @param concerned only rows concerned are looked at: those about the action in question, for example
     * @param fact which rows hit
     * @param degraded takes the code of a table of which only one row may be hit and more were
     */
    @SuppressWarnings("ReferenceEquality") // Two files are the same only if they are one.
    static List<Entry> counting(
            List<Entry> asked, Predicate<Entry> concerned, RowFact fact, SortedSet<String> degraded) {
        List<Entry> counting = new ArrayList<>();
        @Nullable RuleFile file = null;
        int hits = 0;
        for (Entry entry : asked) {
            if (!fact.hits().get(entry.number()) || !concerned.test(entry)) {
                continue;
            }
            // Entries are in file order, so those of one file are neighbours.
            boolean sameFile = entry.file() == file;
            hits = sameFile ? hits + 1 : 1;
            file = entry.file();
            if (hits == 1 || !isOne(file.hitPolicy())) {
                counting.add(entry);
            } else if (file.hitPolicy() == HitPolicy.UNIQUE) {
                degraded.add("UNIQUE_TABLE_HIT_TWICE:" + file.path());
            }
        }
        return counting;
    }

    private static boolean isOne(HitPolicy policy) {
        return policy == HitPolicy.FIRST || policy == HitPolicy.UNIQUE;
    }
}
