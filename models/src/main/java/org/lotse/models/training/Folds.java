package org.lotse.models.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Shuffled, seeded folds; the rows of one group are in the same one, and positives are spread evenly. */
public final class Folds {
    private final int[] foldOf;
    private final int count;

    public Folds(Rows rows, int count, long seed) {
        this.count = count;
        this.foldOf = new int[rows.size()];
        int[] order = IntStream.range(0, rows.size()).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        Map<Integer, Integer> folds = new HashMap<>();
        int[] next = {0, count / 2};
        for (int row : order) {
            int kind = rows.targets()[row] > 0.5 ? 1 : 0;
            foldOf[row] = folds.computeIfAbsent(rows.groups()[row], group -> next[kind]++ % count);
        }
    }

    public int count() {
        return count;
    }

    /** The rows of a fold. */
    public int[] inside(int fold) {
        return rows(fold, true);
    }

    /** The rows of all other folds. */
    public int[] outside(int fold) {
        return rows(fold, false);
    }

    private int[] rows(int fold, boolean inside) {
        return IntStream.range(0, foldOf.length)
                .filter(row -> foldOf[row] == fold == inside)
                .toArray();
    }

    @Override
    public String toString() {
        return count + " folds of " + Arrays.toString(foldOf);
    }
}
