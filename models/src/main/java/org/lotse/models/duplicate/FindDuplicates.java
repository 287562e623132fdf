package org.lotse.models.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.lotse.models.training.Progress;

/**
 * Finds records of the same customer: spells them alike, compares those that share something rare, counts how such pairs
 * agree, judges each pair and then all records that resemble each other together.
 */
public final class FindDuplicates {
    /** Pairs less probable than one in a hundred are no suspects, unless a rule says that they must be looked at. */
    private static final double LEAST_MARGIN = -4.6;

    private static final int BETWEEN = 20_000;

    private final Progress progress;

    /** @param progress hears how far the search is, and may cancel it */
    public FindDuplicates(Progress progress) {
        this.progress = progress;
    }

    /** The pairs to judge and how they agree. */
    record Compared(long[] pairs, PairPattern[] patterns, Map<PairPattern, Integer> counts, int skipped) {}

    /** Duplicates by what the records themselves say and the decisions there are, maybe none. */
    public Found find(List<CustomerRecord> records, List<Decision> decisions) {
        Compared compared = compare(records);
        progress.step("count how pairs agree", 0.85);
        return judge(records, compared, Linkage.of(compared.counts()).learn(decisions));
    }

    /** Duplicates by a linkage learned from other records. */
    public Found find(List<CustomerRecord> records, Linkage linkage) {
        return judge(records, compare(records), linkage);
    }

    /** Duplicates of some records among all, by a linkage learned before: for records that have just come. */
    public Found findOf(Set<String> ids, List<CustomerRecord> records, Linkage linkage) {
        return judge(
                records,
                compare(records, place -> ids.contains(records.get(place).id())),
                linkage);
    }

    Compared compare(List<CustomerRecord> records) {
        return compare(records, place -> true);
    }

    private Compared compare(List<CustomerRecord> records, IntPredicate wanted) {
        progress.step("spell alike", 0);
        List<Known> known = new ArrayList<>(records.size());
        for (CustomerRecord record : records) {
            known.add(Known.of(record));
            if (known.size() % BETWEEN == 0) {
                progress.step("spell alike", 0.2 * known.size() / records.size());
            }
        }
        progress.step("find pairs", 0.2);
        FindCandidates candidates = new FindCandidates(known, progress.part(0.2, 0.5), wanted);
        long[] pairs = candidates.find();
        ComparePair compare = new ComparePair(new Frequencies(known), ShortForms.shipped());
        PairPattern[] patterns = new PairPattern[pairs.length];
        Map<PairPattern, PairPattern> unique = new HashMap<>();
        Map<PairPattern, Integer> counts = new HashMap<>();
        for (int i = 0; i < pairs.length; i++) {
            if (i % BETWEEN == 0) {
                progress.step("compare pairs", 0.5 + 0.35 * i / pairs.length);
            }
            PairPattern pattern = compare.compare(known.get(one(pairs[i])), known.get(other(pairs[i])));
            patterns[i] = unique.computeIfAbsent(pattern, same -> same);
            counts.merge(pattern, 1, Integer::sum);
        }
        return new Compared(pairs, patterns, counts, candidates.skipped());
    }

    private Found judge(List<CustomerRecord> records, Compared compared, Linkage linkage) {
        progress.step("judge pairs", 0.9);
        Map<PairPattern, Double> margins = new HashMap<>();
        compared.counts().keySet().forEach(pattern -> margins.put(pattern, linkage.margin(pattern)));
        Map<Long, Double> pairs = new HashMap<>();
        for (int i = 0; i < compared.pairs().length; i++) {
            pairs.put(compared.pairs()[i], margin(margins, compared.patterns()[i]));
        }
        List<List<Integer>> groups = new Resolve(pairs).groups();
        Set<Long> together = together(groups);
        List<Suspect> suspects = new ArrayList<>();
        for (int i = 0; i < compared.pairs().length; i++) {
            long pair = compared.pairs()[i];
            PairPattern pattern = compared.patterns()[i];
            double margin = margin(margins, pattern);
            if (margin > LEAST_MARGIN || together.contains(pair) || Rules.speakFor(pattern)) {
                suspects.add(new Suspect(
                        one(pair), other(pair), pattern, 1 / (1 + Math.exp(-margin)), together.contains(pair)));
            }
        }
        suspects.sort(Comparator.comparingDouble((Suspect suspect) -> -suspect.probability())
                .thenComparingInt(Suspect::one)
                .thenComparingInt(Suspect::other));
        progress.step("done", 1);
        return new Found(linkage, suspects, groups, records.size(), compared.pairs().length, compared.skipped());
    }

    private static double margin(Map<PairPattern, Double> margins, PairPattern pattern) {
        return Optional.ofNullable(margins.get(pattern)).orElseThrow();
    }

    private static Set<Long> together(List<List<Integer>> groups) {
        Set<Long> together = new HashSet<>();
        for (List<Integer> group : groups) {
            for (int one : group) {
                for (int other : group) {
                    if (one < other) {
                        together.add(pair(one, other));
                    }
                }
            }
        }
        return together;
    }

    static long pair(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    static int one(long pair) {
        return (int) (pair >>> 32);
    }

    static int other(long pair) {
        return (int) pair;
    }
}
