package org.lotse.engine.planning.calls.solver;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.lotse.engine.planning.calls.Candidate;

/**
 * The best slots for the attempts on one customer when each slot has a price. A later attempt counts only as far as the ones
 * before reach nobody, attempts lie apart, and no day has more than the law allows. Not for several threads.
 */
final class Attempts {
    private static final int DEEPEST = 8;
    private final CallBoard board;
    private final Map<ZoneId, long[]> days = new HashMap<>();
    private final int[] slots;
    private final double[] gains;
    private final int[] current = new int[DEEPEST];
    private int[] found = {};
    private int known;
    private double best;

    private double[] row = {};
    private double[] price = {};
    private long[] day = {};
    private double whenReached;
    private double least;
    private long spacing;
    private int most;
    private int perDay;

    Attempts(CallBoard board) {
        this.board = board;
        this.slots = new int[board.slots.size()];
        this.gains = new double[board.slots.size()];
    }

    /** What the attempts that were found bring less their prices; 0 for none. */
    double worth() {
        return best;
    }

    /** The slots, in order of time. */
    int[] choose(int customer, double[] price) {
        return choose(customer, price, new int[0]);
    }

    /**
     * The slots, in order of time.
     *
     * @param price per slot; infinite where there is no room
     * @param before attempts that may be made together: the answer is at least as good
     */
    int[] choose(int customer, double[] price, int[] before) {
        Candidate candidate = board.problem.candidates().get(customer);
        this.row = board.values[customer];
        this.price = price;
        this.whenReached = candidate.closing() * candidate.value();
        this.spacing = candidate.repeats().spacing().toSeconds();
        this.most = Math.min(candidate.repeats().attempts(), DEEPEST);
        this.perDay = candidate.repeats().perDay();
        this.best = worth(before);
        this.found = before;
        if (best <= 0) {
            this.best = 0;
            this.found = new int[0];
        }
        worthwhile();
        if (known > 0) {
            if (most > 1) {
                ZoneId zone = candidate.zone() == null ? board.problem.zone() : candidate.zone();
                this.day = days.computeIfAbsent(zone, this::days);
            }
            search(0, 0, 1, 0);
        }
        int[] inOrder = found.clone();
        Arrays.sort(inOrder);
        return inOrder;
    }

    private double worth(int[] before) {
        double miss = 1;
        double worth = 0;
        for (int slot : before) {
            worth += miss * row[slot] - price[slot];
            miss *= missed(slot);
        }
        return worth;
    }

    private double missed(int slot) {
        return whenReached > 0 ? 1 - row[slot] / whenReached : 1;
    }

    /** The slots in which a first attempt would gain something, most first. */
    private void worthwhile() {
        known = 0;
        least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < row.length; s++) {
            double gain = row[s] - price[s];
            if (gain > 0 && row[s] >= 0) {
                int at = known++;
                while (at > 0 && gains[at - 1] < gain) {
                    gains[at] = gains[at - 1];
                    slots[at] = slots[at - 1];
                    at--;
                }
                gains[at] = gain;
                slots[at] = s;
                least = Math.min(least, row[s]);
            }
        }
    }

    private void search(int from, int depth, double miss, double worth) {
        double sure = whenReached > 0 ? least / whenReached : 0;
        for (int i = from; i < known; i++) {
            // Whatever comes after gains less than this one would, and less again once this one has had its chance.
            double here = gains[i] - (1 - miss) * least;
            double rest = gains[i] - (1 - miss * (1 - sure)) * least;
            if (worth + here + (most - depth - 1) * Math.max(0, rest) <= best) {
                return;
            }
            int slot = slots[i];
            double gain = miss * row[slot] - price[slot];
            // What gains nothing here only takes chances from the others.
            if (gain <= 0 || !fits(slot, depth)) {
                continue;
            }
            current[depth] = slot;
            if (worth + gain > best) {
                best = worth + gain;
                found = Arrays.copyOf(current, depth + 1);
            }
            if (depth + 1 < most) {
                search(i + 1, depth + 1, miss * missed(slot), worth + gain);
            }
        }
    }

    private boolean fits(int slot, int depth) {
        int sameDay = 0;
        for (int k = 0; k < depth; k++) {
            long apart = board.slots.get(slot).getEpochSecond()
                    - board.slots.get(current[k]).getEpochSecond();
            if (Math.abs(apart) < spacing) {
                return false;
            }
            sameDay += day[current[k]] == day[slot] ? 1 : 0;
        }
        return sameDay < perDay;
    }

    private long[] days(ZoneId zone) {
        long[] number = new long[board.slots.size()];
        for (int s = 0; s < number.length; s++) {
            number[s] = board.slots.get(s).atZone(zone).toLocalDate().toEpochDay();
        }
        return number;
    }
}
