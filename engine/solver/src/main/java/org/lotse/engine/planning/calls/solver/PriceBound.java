package org.lotse.engine.planning.calls.solver;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * An upper bound for plans with several attempts: every place has a price, and every customer takes the best attempts at these
 * prices as if there were room for all. What that comes to, with the places at their prices, no plan exceeds (Lagrange
 * relaxation of the room); subgradient steps make the prices tell as much as they can.
 */
final class PriceBound {
    private static final int ROUNDS = 500;
    private static final int PATIENCE = 6;
    /** How much of the last step's direction goes on: teams that can stand in for each other would swing else. */
    private static final double INERTIA = 0.3;

    /** How near, as a share of the mean price, at the first and boldest steps. */
    private static final double LIKE = 0.2;

    private final CallBoard board;
    private final Promises promises;
    private final int[] room;
    private final Attempts attempts;
    private final double[][] priceOfKind;
    private final int[][] teamOfKind;
    /** Calls wanted per kind and slot at the prices last asked for. */
    private final int[][] wanted;
    /** What each customer took when last asked. */
    private final int[][] last;

    private double[] best;
    private double bound = Double.POSITIVE_INFINITY;
    /** Prices this near are as good as the same when demand is shared out. */
    private double like = Double.MIN_NORMAL;

    PriceBound(CallBoard board, Promises promises, Transport transport) {
        this.board = board;
        this.promises = promises;
        this.room = board.room();
        this.attempts = new Attempts(board);
        this.last = new int[board.values.length][0];
        int kinds = board.teamsOfKind.size();
        this.priceOfKind = new double[kinds][board.slots.size()];
        this.teamOfKind = new int[kinds][board.slots.size()];
        this.wanted = new int[kinds][board.slots.size()];
        this.best = new double[board.bins()];
        for (int bin = 0; bin < best.length; bin++) {
            best[bin] = transport.price(bin);
        }
        consider(best);
    }

    double bound() {
        return bound;
    }

    /** The prices that tell most, per bin. */
    double[] prices() {
        return best;
    }

    /** Looks whether these prices tell more. */
    void consider(double[] prices) {
        double now = evaluate(prices, new double[prices.length], () -> false);
        if (now < bound) {
            bound = now;
            best = prices.clone();
        }
    }

    /** @param reached what some plan is worth */
    void tighten(double reached, BooleanSupplier isOver) {
        double[] price = best.clone();
        double[] direction = new double[price.length];
        double[] swing = new double[price.length];
        double boldness = 1;
        int vain = 0;
        for (int round = 0; round < ROUNDS && !isOver.getAsBoolean(); round++) {
            double[] surplus = new double[price.length];
            like = LIKE * boldness * mean(price);
            double now = evaluate(price, surplus, isOver);
            if (now < bound) {
                vain = now < bound * (1 - 1e-5) ? 0 : vain + 1;
                bound = now;
                best = price.clone();
            } else {
                vain++;
            }
            if (vain >= PATIENCE) {
                boldness *= 0.6;
                vain = 0;
                price = best.clone();
            }
            if (bound - reached <= bound * 1e-5 || boldness < 1e-3) {
                return;
            }
            for (int bin = 0; bin < direction.length; bin++) {
                double wanted = price[bin] > 0 || surplus[bin] > 0 ? surplus[bin] : 0;
                direction[bin] = INERTIA * direction[bin] + (1 - INERTIA) * wanted;
                swing[bin] = round == 0 ? wanted * wanted : 0.9 * swing[bin] + 0.1 * wanted * wanted;
            }
            step(price, direction, swing, boldness * Math.max(now - reached, bound * 1e-4));
        }
    }

    /** A step as long as what is still to gain allows; bins whose demand swings much move less. */
    private static void step(double[] price, double[] direction, double[] swing, double far) {
        double typical = Math.sqrt(Math.max(1e-12, mean(swing)));
        double square = 0;
        double[] ease = new double[price.length];
        for (int bin = 0; bin < price.length; bin++) {
            ease[bin] = 1 / (typical + Math.sqrt(swing[bin]));
            square += ease[bin] * direction[bin] * direction[bin];
        }
        for (int bin = 0; bin < price.length && square > 0; bin++) {
            price[bin] = Math.max(0, price[bin] + far / square * ease[bin] * direction[bin]);
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** What all take at these prices; {@code surplus} gets how many more want a bin than there is room for. */
    private double evaluate(double[] price, double[] surplus, BooleanSupplier isOver) {
        cheapest(price);
        for (int[] calls : wanted) {
            Arrays.fill(calls, 0);
        }
        double sum = 0;
        for (int bin = 0; bin < price.length; bin++) {
            sum += room[bin] * price[bin];
            surplus[bin] = -room[bin];
        }
        for (int c = 0; c < board.values.length; c++) {
            if ((c & 255) == 0 && isOver.getAsBoolean()) {
                return Double.POSITIVE_INFINITY;
            }
            int kind = board.kindOf[c];
            if (promises.settled(c)) {
                sum += settled(c);
            } else if (promises.slotOf(c) >= 0) {
                int slot = promises.slotOf(c);
                int team = teamOfKind[kind][slot];
                sum += team < 0 ? 0 : Math.max(0, board.values[c][slot]) - priceOfKind[kind][slot];
                wanted[kind][slot] += team < 0 ? 0 : 1;
            } else {
                last[c] = attempts.choose(c, priceOfKind[kind], last[c]);
                for (int slot : last[c]) {
                    wanted[kind][slot]++;
                }
                sum += attempts.worth();
            }
        }
        share(price, surplus);
        return sum;
    }

    /**
     * Whom the calls wanted in a slot fall to: the teams that ask about the same, by their room. One of them alone would swing
     * from too dear to too cheap and back.
     */
    private void share(double[] price, double[] surplus) {
        double[] weight = new double[board.teams.size()];
        for (int kind = 0; kind < wanted.length; kind++) {
            for (int slot = 0; slot < wanted[kind].length; slot++) {
                if (wanted[kind][slot] > 0) {
                    double all = 0;
                    for (int team = 0; team < weight.length; team++) {
                        weight[team] = weight(price, kind, team, slot);
                        all += weight[team];
                    }
                    for (int team = 0; team < weight.length; team++) {
                        surplus[board.bin(team, slot)] += wanted[kind][slot] * weight[team] / all;
                    }
                }
            }
        }
    }

    private double weight(double[] price, int kind, int team, int slot) {
        int bin = board.bin(team, slot);
        if (!board.teamsOfKind.get(kind)[team] || room[bin] == 0) {
            return 0;
        }
        double dearer = price[bin] - board.bonusOfKind.get(kind)[team] - priceOfKind[kind][slot];
        return team == teamOfKind[kind][slot] ? room[bin] : room[bin] * Math.max(0, 1 - dearer / like);
    }

    private double settled(int c) {
        int agent = promises.agentOf(c);
        var candidate = board.problem.candidates().get(c);
        return agent < 0
                ? 0
                : candidate.expectedValue(board.slots.get(promises.slotOf(c))) + board.bonus(candidate, agent);
    }

    /** The cheapest able team per kind and slot, its preference counted. */
    private void cheapest(double[] price) {
        for (int kind = 0; kind < priceOfKind.length; kind++) {
            Arrays.fill(priceOfKind[kind], Double.POSITIVE_INFINITY);
            Arrays.fill(teamOfKind[kind], -1);
            for (int team = 0; team < board.teams.size(); team++) {
                if (!board.teamsOfKind.get(kind)[team]) {
                    continue;
                }
                for (int slot = 0; slot < board.slots.size(); slot++) {
                    int bin = board.bin(team, slot);
                    double asked = price[bin] - board.bonusOfKind.get(kind)[team];
                    if (room[bin] > 0 && asked < priceOfKind[kind][slot]) {
                        priceOfKind[kind][slot] = asked;
                        teamOfKind[kind][slot] = team;
                    }
                }
            }
        }
    }
}
