package org.lotse.models.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lotse.models.training.Progress;

/**
 * How good the search is, and would become with decisions, on records of which the truth is known: the truth stands in for the
 * steward, answers the questions chosen, and judges what is found.
 */
public final class Rehearse {
    /** So many answers, and then the next questions are chosen anew. */
    private static final int ROUND = 5;

    private final List<CustomerRecord> records;
    private final List<String> truth;
    private final Progress progress;
    private final FindDuplicates.Compared compared;
    private final List<Known> known;

    /**
     * @param records what to search
     * @param truth by record, whose it is
     */
    public Rehearse(List<CustomerRecord> records, List<String> truth, Progress progress) {
        this.records = List.copyOf(records);
        this.truth = List.copyOf(truth);
        this.progress = progress;
        this.compared = new FindDuplicates(progress.part(0, 0.3)).compare(records);
        this.known = records.stream().map(Known::of).toList();
    }

    /** A linkage learned from so many answers about all records; all there are when the number is not reached. */
    public Linkage learn(int answers) {
        return learn(answers, place -> true);
    }

    /**
     * What is found when each record is judged by what was learned from others: records of one person, household or
     * company are on the same side.
     *
     * @param answers how many questions are asked on each side
     */
    public Quality crossValidated(int answers, int folds, long seed) {
        int[] fold = folds(folds, seed);
        Map<Long, Double> margins = new HashMap<>();
        for (int now = 0; now < folds; now++) {
            progress.step("fold " + (now + 1) + " of " + folds, 0.3 + 0.6 * now / folds);
            int kept = now;
            Linkage linkage = learn(answers, record -> fold[record] != kept);
            Map<PairPattern, Double> byPattern = new HashMap<>();
            for (int i = 0; i < compared.pairs().length; i++) {
                if (fold[FindDuplicates.one(compared.pairs()[i])] == kept) {
                    margins.put(
                            compared.pairs()[i], byPattern.computeIfAbsent(compared.patterns()[i], linkage::margin));
                }
            }
        }
        return quality(new Resolve(margins).groups());
    }

    /** What a linkage learned elsewhere finds. */
    public Quality with(Linkage linkage) {
        Map<Long, Double> margins = new HashMap<>();
        Map<PairPattern, Double> byPattern = new HashMap<>();
        for (int i = 0; i < compared.pairs().length; i++) {
            margins.put(compared.pairs()[i], byPattern.computeIfAbsent(compared.patterns()[i], linkage::margin));
        }
        return quality(new Resolve(margins).groups());
    }

    /** Which records a side may learn from. */
    private interface Side {
        boolean has(int record);
    }

    private Linkage learn(int answers, Side side) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < compared.pairs().length; i++) {
            if (side.has(FindDuplicates.one(compared.pairs()[i]))
                    && side.has(FindDuplicates.other(compared.pairs()[i]))) {
                open.add(i);
            }
        }
        List<Decision> decisions = new ArrayList<>();
        Linkage linkage = Linkage.of(compared.counts());
        if (answers >= open.size()) {
            open.forEach(pair -> decisions.add(answer(pair)));
            return linkage.learn(decisions);
        }
        while (decisions.size() < answers) {
            List<Integer> places = new ChooseQuestions(linkage)
                    .choose(
                            open.stream().map(pair -> compared.patterns()[pair]).toList(),
                            decisions,
                            Math.min(ROUND, answers - decisions.size()));
            places.forEach(place -> decisions.add(answer(open.get(place))));
            Set<Integer> asked = new HashSet<>();
            places.forEach(place -> asked.add(open.get(place)));
            open.removeIf(asked::contains);
            linkage = linkage.learn(decisions);
        }
        return linkage;
    }

    private Decision answer(int pair) {
        long places = compared.pairs()[pair];
        return new Decision(
                compared.patterns()[pair],
                truth.get(FindDuplicates.one(places)).equals(truth.get(FindDuplicates.other(places))));
    }

    private Quality quality(List<List<Integer>> groups) {
        Map<String, Integer> sizes = new HashMap<>();
        truth.forEach(whose -> sizes.merge(whose, 1, Integer::sum));
        long all = sizes.values().stream()
                .mapToLong(size -> (long) size * (size - 1) / 2)
                .sum();
        long compare = Arrays.stream(compared.pairs())
                .filter(pair -> truth.get(FindDuplicates.one(pair)).equals(truth.get(FindDuplicates.other(pair))))
                .count();
        long right = 0;
        long wrong = 0;
        long mixed = 0;
        for (List<Integer> group : groups) {
            for (int one : group) {
                for (int other : group) {
                    if (one < other) {
                        right += truth.get(one).equals(truth.get(other)) ? 1 : 0;
                        wrong += truth.get(one).equals(truth.get(other)) ? 0 : 1;
                        mixed += known.get(one).business() == known.get(other).business() ? 0 : 1;
                    }
                }
            }
        }
        return new Quality(records.size(), all, compare, right, wrong, mixed);
    }

    /** Sides for records: whoever shares person, household or company is on one. */
    private int[] folds(int count, long seed) {
        Map<String, Integer> first = new HashMap<>();
        int[] leader = new int[records.size()];
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
            Known record = known.get(i);
            for (String key : List.of(
                    "person " + truth.get(i),
                    "house " + record.business() + record.code() + record.street() + record.number())) {
                Integer before = first.putIfAbsent(key, i);
                if (before != null) {
                    leader[root(leader, i)] = root(leader, before);
                }
            }
        }
        int[] folds = new int[leader.length];
        for (int i = 0; i < leader.length; i++) {
            folds[i] = (int)
                    Math.floorMod((root(leader, i) + 1) * 0x9E3779B97F4A7C15L * (2 * seed + 1) >>> 33, (long) count);
        }
        return folds;
    }

    private static int root(int[] leader, int record) {
        int root = record;
        while (leader[root] != root) {
            root = leader[root];
        }
        return root;
    }
}
