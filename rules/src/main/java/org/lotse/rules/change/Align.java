package org.lotse.rules.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Lines up two lists: what stayed, what is a changed form of what, what is new and what is gone; the order of each list is
 * kept.
 */
final class Align {
    /** Above this many comparisons the middle of two long lists is not looked through for what only moved. */
    private static final long MOST = 9_000_000;

    private Align() {}

    /**
     * A pair of places, from 0; -1 where the other list has nothing.
     *
     * @param same whether both are equal
     */
    record Pair(int before, int after, boolean same) {
        boolean isAdded() {
            return before < 0;
        }

        boolean isRemoved() {
            return after < 0;
        }
    }

    /**
     * @param alike whether one is a changed form of the other
     */
    static <T> List<Pair> of(List<T> before, List<T> after, BiPredicate<T, T> alike) {
        int start = 0;
        while (start < before.size()
                && start < after.size()
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < before.size() - start
                && end < after.size() - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Pair> pairs = new ArrayList<>();
        for (int at = 0; at < start; at++) {
            pairs.add(new Pair(at, at, true));
        }
        middle(before, after, start, before.size() - end, after.size() - end, alike, pairs);
        for (int at = end; at > 0; at--) {
            pairs.add(new Pair(before.size() - at, after.size() - at, true));
        }
        return pairs;
    }

    private static <T> void middle(
            List<T> before, List<T> after, int start, int endB, int endA, BiPredicate<T, T> alike, List<Pair> pairs) {
        int b = start;
        int a = start;
        for (Pair match : matches(before, after, start, endB, endA)) {
            gap(before, after, b, match.before(), a, match.after(), alike, pairs);
            pairs.add(match);
            b = match.before() + 1;
            a = match.after() + 1;
        }
        gap(before, after, b, endB, a, endA, alike, pairs);
    }

    /** The longest list of equal elements in the order of both. */
    private static <T> List<Pair> matches(List<T> before, List<T> after, int start, int endB, int endA) {
        int rows = endB - start;
        int columns = endA - start;
        if ((long) rows * columns > MOST) {
            return List.of();
        }
        int[][] longest = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                longest[i][j] = before.get(start + i).equals(after.get(start + j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        List<Pair> matches = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (before.get(start + i).equals(after.get(start + j))) {
                matches.add(new Pair(start + i, start + j, true));
                i++;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return matches;
    }

    /** Between two matches: changed forms first found, in order; the rest is gone or new. */
    private static <T> void gap(
            List<T> before,
            List<T> after,
            int fromB,
            int toB,
            int fromA,
            int toA,
            BiPredicate<T, T> alike,
            List<Pair> pairs) {
        int a = fromA;
        for (int b = fromB; b < toB; b++) {
            int found = a;
            while (found < toA && !alike.test(before.get(b), after.get(found))) {
                found++;
            }
            if (found == toA) {
                pairs.add(new Pair(b, -1, false));
            } else {
                for (; a < found; a++) {
                    pairs.add(new Pair(-1, a, false));
                }
                pairs.add(new Pair(b, a, false));
                a++;
            }
        }
        for (; a < toA; a++) {
            pairs.add(new Pair(-1, a, false));
        }
    }
}
