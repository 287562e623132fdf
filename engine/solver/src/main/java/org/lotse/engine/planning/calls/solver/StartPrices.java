package org.lotse.engine.planning.calls.solver;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Prices a little below the best ones, found in a fraction of the time the flow takes from nothing: steps towards where as many
 * want a place as there is room. From there the flow has to place those only who find theirs taken.
 */
final class StartPrices {
    private static final int ROUNDS = 120;
    private static final double FIRST_STEP = 0.4;
    private static final double SLOWER = 0.96;
    private static final int NONE = -1;

    private final CallBoard board;
    private final Promises promises;
    private final int[] room;
    private final double[] price;
    /** The bin each customer wants, and what is left of its value at the price. */
    private final int[] wish;

    private final double[] gain;
    private final double[][] priceOfKind;
    private final int[][] teamOfKind;
    private double lastStep;

    StartPrices(CallBoard board, Promises promises) {
        this.board = board;
        this.promises = promises;
        this.room = board.room();
        this.price = new double[room.length];
        this.wish = new int[board.values.length];
        this.gain = new double[board.values.length];
        this.priceOfKind = new double[board.teamsOfKind.size()][board.slots.size()];
        this.teamOfKind = new int[board.teamsOfKind.size()][board.slots.size()];
    }

    double[] prices() {
        return price;
    }

    /** Where each customer wants to be at these prices, or -1. */
    int[] wishes() {
        return wish;
    }

    /** Who would gain most comes first. */
    int[] order() {
        return IntStream.range(0, wish.length)
                .filter(c -> wish[c] != NONE)
                .boxed()
                .sorted((a, b) -> Double.compare(gain[b], gain[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Looks for the prices. */
    void find() {
        double step = FIRST_STEP * scale();
        for (int round = 0; round < ROUNDS; round++) {
            ask();
            double[] demand = demand(2 * step);
            for (int bin = 0; bin < price.length; bin++) {
                if (room[bin] > 0) {
                    double surplus = Math.clamp((demand[bin] - room[bin]) / room[bin], -1, 1);
                    price[bin] = Math.max(0, price[bin] + step * surplus);
                }
            }
            step *= SLOWER;
        }
        lastStep = step;
    }

    /** Everybody's wish when all prices are so many last steps lower: what is too low rises later, what is too high stays. */
    void lower(double steps) {
        for (int bin = 0; bin < price.length; bin++) {
            price[bin] = Math.max(0, price[bin] - steps * lastStep);
        }
        ask();
    }

    /** About what a scarce place costs: what the last customer there is room for would bring, or the one in the middle. */
    private double scale() {
        double[] most = IntStream.range(0, wish.length)
                .mapToDouble(c -> Arrays.stream(board.values[c]).max().orElse(0))
                .map(best -> Math.max(0, best))
                .sorted()
                .toArray();
        int places = Arrays.stream(room).sum();
        return most.length == 0 ? 0 : Math.max(most[Math.max(0, most.length - 1 - places)], most[most.length / 2]) / 2;
    }

    /** Everybody's wish at the prices of now. */
    private void ask() {
        cheapest();
        for (int c = 0; c < wish.length; c++) {
            wish[c] = NONE;
            gain[c] = 0;
            if (promises.slotOf(c) >= 0) {
                continue;
            }
            double[] row = board.values[c];
            double[] asked = priceOfKind[board.kindOf[c]];
            int best = NONE;
            for (int slot = 0; slot < row.length; slot++) {
                double left = row[slot] - asked[slot];
                if (left > gain[c]) {
                    gain[c] = left;
                    best = slot;
                }
            }
            if (best != NONE) {
                wish[c] = board.bin(teamOfKind[board.kindOf[c]][best], best);
            }
        }
    }

    private void cheapest() {
        for (int kind = 0; kind < priceOfKind.length; kind++) {
            boolean[] able = board.teamsOfKind.get(kind);
            double[] bonus = board.bonusOfKind.get(kind);
            Arrays.fill(priceOfKind[kind], Double.POSITIVE_INFINITY);
            for (int team = 0; team < able.length; team++) {
                for (int slot = 0; able[team] && slot < board.slots.size(); slot++) {
                    int bin = board.bin(team, slot);
                    if (room[bin] > 0 && price[bin] - bonus[team] < priceOfKind[kind][slot]) {
                        priceOfKind[kind][slot] = price[bin] - bonus[team];
                        teamOfKind[kind][slot] = team;
                    }
                }
            }
        }
    }

    /** How many want each place, those of teams that ask about the same shared out by their room. */
    private double[] demand(double like) {
        int[][] calls = new int[priceOfKind.length][board.slots.size()];
        for (int c = 0; c < wish.length; c++) {
            if (wish[c] != NONE) {
                calls[board.kindOf[c]][board.slotOfBin(wish[c])]++;
            }
        }
        double[] demand = new double[price.length];
        double[] weight = new double[board.teams.size()];
        for (int kind = 0; kind < calls.length; kind++) {
            boolean[] able = board.teamsOfKind.get(kind);
            double[] bonus = board.bonusOfKind.get(kind);
            for (int slot = 0; slot < calls[kind].length; slot++) {
                double all = 0;
                for (int team = 0; calls[kind][slot] > 0 && team < weight.length; team++) {
                    int bin = board.bin(team, slot);
                    double dearer = price[bin] - bonus[team] - priceOfKind[kind][slot];
                    weight[team] = able[team] && dearer < like ? room[bin] * (1 - dearer / like) : 0;
                    all += weight[team];
                }
                for (int team = 0; all > 0 && team < weight.length; team++) {
                    demand[board.bin(team, slot)] += calls[kind][slot] * weight[team] / all;
                }
            }
        }
        return demand;
    }
}
