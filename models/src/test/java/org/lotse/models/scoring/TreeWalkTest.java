package org.lotse.models.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Trees walked in step against trees walked node by node, to the last bit. */
class TreeWalkTest {
    private static final int SIGNALS = 6;

    @Test
    void marginsAreTheSameToTheLastBit() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            BoostedTrees trees = trees(random, random.nextInt(30));
            double[][] rows = rows(random, 50);
            double[] margins = new double[rows.length];
            trees.margins(rows, margins);
            for (int row = 0; row < rows.length; row++) {
                assertThat(trees.margin(rows[row]))
                        .as("seed %d, row %d", seed, row)
                        .isEqualTo(trees.plainMargin(rows[row]));
                assertThat(margins[row]).isEqualTo(trees.plainMargin(rows[row]));
            }
        }
    }

    @Test
    void aWalkBegunWithoutActionAndChannelEndsWhereTheWholeWalkDoes() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            BoostedTrees trees = trees(random, random.nextInt(30));
            double[][] rows = rows(random, 40);
            int numeric = random.nextInt(SIGNALS - 2);
            int category = random.nextInt(5) == 0 ? -1 : SIGNALS - 1;
            BegunWalk begun = trees.begin(rows[0], numeric, category).orElseThrow();
            for (int row = 0; row < rows.length; row++) {
                double[] pair = rows[0].clone();
                pair[numeric] = rows[row][numeric];
                if (category >= 0) {
                    pair[category] = rows[row][category];
                }
                assertThat(begun.margin(pair)).as("seed %d, row %d", seed, row).isEqualTo(trees.plainMargin(pair));
            }
        }
    }

    @Test
    void thresholdsThatAreNotFiniteAreWalkedNodeByNode() {
        BoostedTrees trees = new BoostedTrees(
                new int[] {0},
                new int[] {0, -1, -1},
                new int[] {-1, -1, -1},
                new float[] {Float.POSITIVE_INFINITY, 1, 2},
                new int[] {1, 0, 0},
                new int[] {2, 0, 0},
                new int[] {2, 0, 0},
                new float[0],
                0);

        assertThat(TreeWalk.of(trees)).isNull();
        assertThat(trees.margin(new double[] {7})).isEqualTo(1);
        assertThat(trees.margin(new double[] {Double.NaN})).isEqualTo(2);
    }

    private static BoostedTrees trees(Random random, int count) {
        List<int[]> nodes = new ArrayList<>();
        List<Float> thresholds = new ArrayList<>();
        int[] roots = new int[count];
        for (int tree = 0; tree < count; tree++) {
            roots[tree] = node(random, nodes, thresholds, 0);
        }
        float[] values = new float[thresholds.size()];
        for (int node = 0; node < values.length; node++) {
            values[node] = thresholds.get(node);
        }
        return new BoostedTrees(
                roots,
                part(nodes, 0),
                part(nodes, 1),
                values,
                part(nodes, 2),
                part(nodes, 3),
                part(nodes, 4),
                new float[0],
                0.25);
    }

    private static int node(Random random, List<int[]> nodes, List<Float> thresholds, int depth) {
        int node = nodes.size();
        nodes.add(new int[] {-1, -1, 0, 0, 0});
        thresholds.add((float) random.nextGaussian());
        if (depth < 7 && random.nextInt(4) > 0) {
            int signal = random.nextInt(SIGNALS);
            boolean isCategory = signal >= SIGNALS - 2;
            thresholds.set(node, threshold(random));
            int yes = node(random, nodes, thresholds, depth + 1);
            int no = random.nextInt(9) == 0 ? yes : node(random, nodes, thresholds, depth + 1);
            nodes.set(
                    node,
                    new int[] {signal, isCategory ? random.nextInt(3) : -1, yes, no, random.nextBoolean() ? yes : no});
        }
        return node;
    }

    /** Now and then a value rows have, so that "below" and "not below" meet. */
    private static float threshold(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0f;
            case 1 -> -0f;
            case 2 -> random.nextInt(5) - 2;
            default -> (float) random.nextGaussian();
        };
    }

    private static double[][] rows(Random random, int count) {
        double[][] rows = new double[count][SIGNALS];
        for (double[] row : rows) {
            for (int signal = 0; signal < SIGNALS; signal++) {
                boolean isCategory = signal >= SIGNALS - 2;
                row[signal] = isCategory
                        ? random.nextInt(4)
                        : switch (random.nextInt(7)) {
                            case 0 -> Double.NaN;
                            case 1 -> -0.0;
                            case 2 -> random.nextInt(5) - 2;
                            case 3 -> 1e300;
                            case 4 -> -1e300;
                            default -> random.nextGaussian();
                        };
            }
        }
        return rows;
    }

    private static int[] part(List<int[]> nodes, int index) {
        return nodes.stream().mapToInt(node -> node[index]).toArray();
    }
}
