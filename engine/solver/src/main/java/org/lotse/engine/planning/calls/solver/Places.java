package org.lotse.engine.planning.calls.solver;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Attempts in bins, improved by one customer at a time: whoever finds better places takes them, also from others who lose less
 * than that gains; those look for new places next. Every step makes the plan better.
 */
final class Places {
    private static final double EPSILON = 1e-9;
    private final CallBoard board;
    private final Promises promises;
    private final Attempts attempts;
    private final int[] room;
    private final int[][] members;
    private final int[] size;
    /** Bins of each customer, in order of time. */
    private final int[][] binsOf;

    private final double[] price;
    private final int[] team;

    Places(CallBoard board, Promises promises, Transport transport) {
        this.board = board;
        this.promises = promises;
        this.attempts = new Attempts(board);
        this.room = board.room();
        this.members = new int[board.bins()][];
        for (int bin = 0; bin < members.length; bin++) {
            members[bin] = new int[room[bin]];
        }
        this.size = new int[board.bins()];
        this.binsOf = new int[board.values.length][0];
        this.price = new double[board.slots.size()];
        this.team = new int[board.slots.size()];
        for (int c = 0; c < binsOf.length; c++) {
            if (transport.binOf(c) >= 0) {
                put(c, new int[] {transport.binOf(c)});
            }
        }
    }

    int[] of(int customer) {
        return binsOf[customer];
    }

    /** What the plan is worth, preferences counted. */
    double worth() {
        double sum = 0;
        for (int c = 0; c < binsOf.length; c++) {
            sum += worth(c, binsOf[c], -1);
        }
        return sum;
    }

    /** What a place more in each bin would have cost the one who values it least; 0 where there is room. */
    double[] prices() {
        double[] prices = new double[room.length];
        for (int bin = 0; bin < prices.length; bin++) {
            double least = size[bin] < room[bin] ? 0 : leastLoss(bin);
            prices[bin] = Double.isInfinite(least) ? 0 : Math.max(0, least);
        }
        return prices;
    }

    /** Begins anew at these prices: who gains most chooses first. */
    void choose(double[] prices, BooleanSupplier isOver) {
        for (int c = 0; c < binsOf.length; c++) {
            if (!fixed(c)) {
                take(c);
            }
        }
        double[] gain = new double[binsOf.length];
        for (int c = 0; c < gain.length; c++) {
            if ((c & 63) == 0 && isOver.getAsBoolean()) {
                return;
            }
            if (!fixed(c)) {
                ask(c, bin -> prices[bin]);
                attempts.choose(c, price);
                gain[c] = attempts.worth();
            }
        }
        int[] order = IntStream.range(0, gain.length)
                .filter(c -> !fixed(c))
                .boxed()
                .sorted((a, b) -> Double.compare(gain[b], gain[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int c : order) {
            if (isOver.getAsBoolean()) {
                return;
            }
            ask(c, bin -> size[bin] < room[bin] ? prices[bin] : Double.POSITIVE_INFINITY);
            put(c, bins(attempts.choose(c, price)));
        }
    }

    /** Until nobody finds better places any more, or the time is over. */
    void improve(BooleanSupplier isOver) {
        BitSet waiting = new BitSet(binsOf.length);
        waiting.set(0, binsOf.length);
        while (!waiting.isEmpty()) {
            for (int c = waiting.nextSetBit(0); c >= 0; c = waiting.nextSetBit(c + 1)) {
                if (isOver.getAsBoolean()) {
                    return;
                }
                waiting.clear(c);
                if (!fixed(c)) {
                    look(c, waiting);
                }
            }
        }
    }

    private void look(int c, BitSet waiting) {
        int[] before = binsOf[c];
        double old = worth(c, before, -1);
        take(c);
        ask(c, bin -> size[bin] < room[bin] ? 0 : leastLoss(bin));
        int[] chosen = attempts.choose(c, price);
        if (attempts.worth() <= old + EPSILON) {
            put(c, before);
            return;
        }
        int[] bins = bins(chosen);
        for (int bin : bins) {
            if (size[bin] >= room[bin]) {
                int displaced = leastMember(bin);
                int[] rest = Arrays.stream(binsOf[displaced])
                        .filter(other -> other != bin)
                        .toArray();
                take(displaced);
                put(displaced, rest);
                waiting.set(displaced);
            }
        }
        put(c, bins);
    }

    private interface Asking {
        double of(int bin);
    }

    private void ask(int c, Asking asking) {
        for (int slot = 0; slot < price.length; slot++) {
            price[slot] = Double.POSITIVE_INFINITY;
            team[slot] = -1;
            if (board.values[c][slot] < 0) {
                continue;
            }
            for (int t = 0; t < board.teams.size(); t++) {
                int bin = board.bin(t, slot);
                if (room[bin] > 0 && board.able(c, t)) {
                    double asked = asking.of(bin) - board.bonus(c, t);
                    if (asked < price[slot]) {
                        price[slot] = asked;
                        team[slot] = t;
                    }
                }
            }
        }
    }

    private int[] bins(int[] slots) {
        return Arrays.stream(slots).map(slot -> board.bin(team[slot], slot)).toArray();
    }

    private double leastLoss(int bin) {
        int least = leastMember(bin);
        return least < 0 ? Double.POSITIVE_INFINITY : loss(least, bin);
    }

    private int leastMember(int bin) {
        int who = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size[bin]; i++) {
            int member = members[bin][i];
            double loss = fixed(member) ? Double.POSITIVE_INFINITY : loss(member, bin);
            if (loss < least) {
                least = loss;
                who = member;
            }
        }
        return who;
    }

    private double loss(int c, int bin) {
        return worth(c, binsOf[c], -1) - worth(c, binsOf[c], bin);
    }

    private double worth(int c, int[] bins, int without) {
        double sum = 0;
        double miss = 1;
        double whenReached = whenReached(c);
        for (int bin : bins) {
            if (bin != without) {
                double value = Math.max(0, board.values[c][board.slotOfBin(bin)]);
                sum += miss * value + board.bonus(c, board.teamOfBin(bin));
                miss *= whenReached > 0 ? 1 - value / whenReached : 1;
            }
        }
        return sum;
    }

    private double whenReached(int c) {
        var candidate = board.problem.candidates().get(c);
        return candidate.closing() * candidate.value();
    }

    private boolean fixed(int c) {
        return promises.slotOf(c) >= 0;
    }

    private void put(int c, int[] bins) {
        for (int bin : bins) {
            members[bin][size[bin]++] = c;
        }
        binsOf[c] = bins;
    }

    private void take(int c) {
        for (int bin : binsOf[c]) {
            int at = 0;
            while (members[bin][at] != c) {
                at++;
            }
            members[bin][at] = members[bin][--size[bin]];
        }
        binsOf[c] = new int[0];
    }
}
