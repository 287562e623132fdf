package org.lotse.rules.drools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Predicate;
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
    static List<Entry> counting(
            List<Entry> asked, Predicate<Entry> concerned, RowFact fact, SortedSet<String> degraded) {
        Map<RuleFile, List<Entry>> byFile = new LinkedHashMap<>();
        for (Entry entry : asked) {
            if (fact.hits().get(entry.number()) && concerned.test(entry)) {
                byFile.computeIfAbsent(entry.file(), ignored -> new ArrayList<>())
                        .add(entry);
            }
        }
        List<Entry> counting = new ArrayList<>();
        byFile.forEach((file, hits) -> {
            boolean one = file.hitPolicy() == HitPolicy.FIRST || file.hitPolicy() == HitPolicy.UNIQUE;
            counting.addAll(one ? hits.subList(0, 1) : hits);
            if (file.hitPolicy() == HitPolicy.UNIQUE && hits.size() > 1) {
                degraded.add("UNIQUE_TABLE_HIT_TWICE:" + file.path());
            }
        });
        return counting;
    }
}
