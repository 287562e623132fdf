package org.lotse.rules.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lotse.rules.model.HitPolicy;

/** Goes through the cases of a table and notes which rows win, which are hit together and where none is. */
final class TableWalk {
    private static final int MOST_STEPS = 400_000;
    private static final int MOST_NOTED = 20;
    private final List<Dimension> dimensions;
    private final HitPolicy policy;
    private final BitSet winners = new BitSet();
    private final BitSet hit = new BitSet();
    private final List<Overlap> overlaps = new ArrayList<>();
    private final Set<Long> overlapping = new HashSet<>();
    private final List<Where> gaps = new ArrayList<>();
    private final List<Step> path = new ArrayList<>();
    private int steps;

    /** A case of one dimension. */
    private record Step(Dimension dimension, Case of) {}

    /**
     * A region of cases, in words.
     *
     * @param given whether all terms have a value in it
     * @param exact whether it consists of known cases only; else it may be that it never occurs
     * @param covers whether somebody is in it
     */
    record Where(String en, String de, boolean given, boolean exact, Predicate<Somebody> covers) {}

    /** Two rows hit in the same region. */
    record Overlap(int first, int second, Where where) {}

    TableWalk(List<Dimension> dimensions, BitSet rows, HitPolicy policy) {
        this.dimensions = dimensions;
        this.policy = policy;
        walk(0, rows);
    }

    boolean isComplete() {
        return steps <= MOST_STEPS;
    }

    /** Rows that count in at least one case. */
    BitSet winners() {
        return winners;
    }

    /** Rows that are hit in at least one case, whether or not they count. */
    BitSet hit() {
        return hit;
    }

    List<Overlap> overlaps() {
        return overlaps;
    }

    List<Where> gaps() {
        return gaps;
    }

    private void walk(int depth, BitSet rows) {
        if (++steps > MOST_STEPS) {
            return;
        }
        if (rows.isEmpty()) {
            if (gaps.size() < MOST_NOTED) {
                gaps.add(where());
            }
            return;
        }
        int next = nextDimension(depth, rows);
        if (next == dimensions.size()) {
            decided(rows);
            return;
        }
        int first = rows.nextSetBit(0);
        if (policy == HitPolicy.FIRST && isFree(first, next)) {
            winners.set(first);
            hit.set(first);
            return;
        }
        Dimension dimension = dimensions.get(next);
        for (Case each : dimension.cases()) {
            BitSet left = (BitSet) rows.clone();
            BitSet failed = (BitSet) dimension.constrained().clone();
            failed.andNot(each.met());
            left.andNot(failed);
            path.add(new Step(dimension, each));
            walk(next + 1, left);
            path.removeLast();
        }
    }

    /** The next dimension any of the rows has a condition on. */
    private int nextDimension(int depth, BitSet rows) {
        int next = depth;
        while (next < dimensions.size() && !dimensions.get(next).constrained().intersects(rows)) {
            next++;
        }
        return next;
    }

    private boolean isFree(int row, int depth) {
        for (int each = depth; each < dimensions.size(); each++) {
            if (dimensions.get(each).constrained().get(row)) {
                return false;
            }
        }
        return true;
    }

    private void decided(BitSet rows) {
        hit.or(rows);
        int first = rows.nextSetBit(0);
        if (policy == HitPolicy.FIRST) {
            winners.set(first);
            return;
        }
        winners.or(rows);
        int second = rows.nextSetBit(first + 1);
        if (policy == HitPolicy.UNIQUE
                && second >= 0
                && overlaps.size() < MOST_NOTED
                && overlapping.add(((long) first << 32) | second)) {
            overlaps.add(new Overlap(first, second, where()));
        }
    }

    private Where where() {
        List<Step> way = List.copyOf(path);
        String en = said(way, Case::en);
        String de = said(way, Case::de);
        return new Where(
                en.isEmpty() ? "it comes to that" : en,
                de.isEmpty() ? "es dazu kommt" : de,
                way.stream().allMatch(step -> step.of().given()),
                way.stream().noneMatch(step -> step.of().en().isEmpty()),
                somebody -> way.stream()
                        .allMatch(step -> step.dimension()
                                .caseOf()
                                .apply(somebody)
                                .filter(step.of()::equals)
                                .isPresent()));
    }

    private static String said(List<Step> way, Function<Case, String> words) {
        return way.stream()
                .map(step -> words.apply(step.of()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
