package org.lotse.engine.planning.calls.solver;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Assigns customers one by one to bins of limited room so that the sum of values is the greatest possible for those
 * assigned so far (successive shortest paths over the bins, with prices as duals; Dijkstra over reduced costs). A customer
 * once displaced never comes back, because prices only rise.
 */
final class Transport {
    private static final int NOWHERE = -1;
    private static final int DIRECT = -2;

    /** What a customer is worth in a bin; negative infinity where it may not be. */
    interface Worth {
        double of(int customer, int bin);
    }

    private final Worth worth;
    private final int bins;
    private final int[] room;
    private final double[] price;
    private final int[] binOf;
    private final int[][] members;
    private final int[] size;
    /** Least loss when one member of the first bin moves to the second, and who it is. */
    private final double[][] moveLoss;

    private final int[][] mover;
    private final double[] leaveLoss;
    private final int[] leaver;

    private final double[] distance;
    private final int[] parent;
    private final boolean[] scanned;

    Transport(int customers, int[] room, Worth worth) {
        this.worth = worth;
        this.bins = room.length;
        this.room = room.clone();
        this.price = new double[bins];
        this.binOf = new int[customers];
        Arrays.fill(binOf, NOWHERE);
        this.members = new int[bins][];
        for (int bin = 0; bin < bins; bin++) {
            members[bin] = new int[room[bin]];
        }
        this.size = new int[bins];
        this.moveLoss = new double[bins][bins];
        this.mover = new int[bins][bins];
        for (int bin = 0; bin < bins; bin++) {
            Arrays.fill(moveLoss[bin], Double.POSITIVE_INFINITY);
            Arrays.fill(mover[bin], NOWHERE);
        }
        this.leaveLoss = new double[bins];
        Arrays.fill(leaveLoss, Double.POSITIVE_INFINITY);
        this.leaver = new int[bins];
        Arrays.fill(leaver, NOWHERE);
        this.distance = new double[bins];
        this.parent = new int[bins];
        this.scanned = new boolean[bins];
    }

    /** Bin of the customer, or -1. */
    int binOf(int customer) {
        return binOf[customer];
    }

    /** What the last place in the bin is worth to the others; 0 while there is room. */
    double price(int bin) {
        return price[bin];
    }

    /**
     * Begins at prices, with customers where they want to be as long as there is room.
     *
     * @param wish the bin each customer gains most in, or -1
     * @param order of those who have a wish
     * @return those whose place was taken already; they are to be added
     */
    int[] begin(double[] prices, int[] wish, int[] order) {
        System.arraycopy(prices, 0, price, 0, bins);
        int[] rest = new int[order.length];
        int waiting = 0;
        for (int customer : order) {
            if (size[wish[customer]] < room[wish[customer]]) {
                put(customer, wish[customer]);
            } else {
                rest[waiting++] = customer;
            }
        }
        return Arrays.copyOf(rest, waiting);
    }

    /** Whether a place with a price is empty: the prices to begin with were too high there, and nothing is proven. */
    boolean leavesDearPlacesEmpty() {
        return IntStream.range(0, bins).anyMatch(bin -> price[bin] > 0 && size[bin] < room[bin]);
    }

    /** Adds a customer and restores the optimum. */
    void add(int customer) {
        double best = 0;
        for (int bin = 0; bin < bins; bin++) {
            best = Math.max(best, room[bin] == 0 ? 0 : worth.of(customer, bin) - price[bin]);
        }
        for (int bin = 0; bin < bins; bin++) {
            distance[bin] = room[bin] == 0 ? Double.POSITIVE_INFINITY : best - (worth.of(customer, bin) - price[bin]);
            parent[bin] = DIRECT;
            scanned[bin] = false;
        }
        double out = best;
        int last = DIRECT;
        boolean free = false;
        while (true) {
            int bin = nearest(out);
            if (bin == NOWHERE) {
                break;
            }
            if (size[bin] < room[bin]) {
                out = distance[bin];
                last = bin;
                free = true;
                break;
            }
            scanned[bin] = true;
            double leave = distance[bin] + Math.max(0, leaveLoss[bin] - price[bin]);
            if (leave < out) {
                out = leave;
                last = bin;
            }
            relax(bin);
        }
        for (int bin = 0; bin < bins; bin++) {
            if (scanned[bin] && distance[bin] < out) {
                price[bin] += out - distance[bin];
            }
        }
        if (last != DIRECT) {
            shift(customer, last, free);
        }
    }

    private int nearest(double below) {
        int nearest = NOWHERE;
        double least = below;
        for (int bin = 0; bin < bins; bin++) {
            if (!scanned[bin] && distance[bin] < least) {
                least = distance[bin];
                nearest = bin;
            }
        }
        return nearest;
    }

    private void relax(int from) {
        double base = distance[from] - price[from];
        double[] losses = moveLoss[from];
        for (int bin = 0; bin < bins; bin++) {
            if (!scanned[bin]) {
                double through = Math.max(distance[from], base + losses[bin] + price[bin]);
                if (through < distance[bin]) {
                    distance[bin] = through;
                    parent[bin] = from;
                }
            }
        }
    }

    private void shift(int customer, int last, boolean free) {
        if (!free) {
            int displaced = leaver[last];
            remove(displaced, last);
        }
        int bin = last;
        while (parent[bin] != DIRECT) {
            int from = parent[bin];
            int moving = mover[from][bin];
            remove(moving, from);
            put(moving, bin);
            bin = from;
        }
        put(customer, bin);
    }

    private void put(int customer, int bin) {
        members[bin][size[bin]++] = customer;
        binOf[customer] = bin;
        double here = worth.of(customer, bin);
        if (here < leaveLoss[bin]) {
            leaveLoss[bin] = here;
            leaver[bin] = customer;
        }
        double[] losses = moveLoss[bin];
        for (int other = 0; other < bins; other++) {
            double loss = here - worth.of(customer, other);
            if (other != bin && loss < losses[other]) {
                losses[other] = loss;
                mover[bin][other] = customer;
            }
        }
    }

    private void remove(int customer, int bin) {
        int[] in = members[bin];
        int at = 0;
        while (in[at] != customer) {
            at++;
        }
        in[at] = in[--size[bin]];
        binOf[customer] = NOWHERE;
        if (leaver[bin] == customer) {
            seekLeaver(bin);
        }
        for (int other = 0; other < bins; other++) {
            if (mover[bin][other] == customer) {
                seekMover(bin, other);
            }
        }
    }

    private void seekLeaver(int bin) {
        leaveLoss[bin] = Double.POSITIVE_INFINITY;
        leaver[bin] = NOWHERE;
        for (int i = 0; i < size[bin]; i++) {
            double loss = worth.of(members[bin][i], bin);
            if (loss < leaveLoss[bin]) {
                leaveLoss[bin] = loss;
                leaver[bin] = members[bin][i];
            }
        }
    }

    private void seekMover(int bin, int other) {
        double least = Double.POSITIVE_INFINITY;
        int who = NOWHERE;
        for (int i = 0; i < size[bin]; i++) {
            double loss = worth.of(members[bin][i], bin) - worth.of(members[bin][i], other);
            if (loss < least) {
                least = loss;
                who = members[bin][i];
            }
        }
        moveLoss[bin][other] = least;
        mover[bin][other] = who;
    }

    /** Puts a customer where there still is room and it is worth most, without moving anybody. */
    void addWithoutMoving(int customer) {
        int best = NOWHERE;
        for (int bin = 0; bin < bins; bin++) {
            if (size[bin] < room[bin] && worth.of(customer, bin) > (best == NOWHERE ? 0 : worth.of(customer, best))) {
                best = bin;
            }
        }
        if (best != NOWHERE) {
            put(customer, best);
        }
    }

    /** No assignment of all customers is worth more (dual bound). */
    double upperBound() {
        double bound = 0;
        for (int bin = 0; bin < bins; bin++) {
            bound += room[bin] * price[bin];
        }
        for (int customer = 0; customer < binOf.length; customer++) {
            double most = 0;
            for (int bin = 0; bin < bins; bin++) {
                most = Math.max(most, room[bin] == 0 ? 0 : worth.of(customer, bin) - price[bin]);
            }
            bound += most;
        }
        return bound;
    }
}
