package org.lotse.engine.planning.calls.solver;

import java.util.Arrays;

/** Gives the calls of each bin to the agents of its team, so that the load is as even as it can be. */
final class SeatPlan {
    private final CallBoard board;
    private final Promises promises;
    private final int[][] left;
    private final double[] load;
    private final double[] time;

    SeatPlan(CallBoard board, Promises promises) {
        this.board = board;
        this.promises = promises;
        this.left = new int[board.left.length][];
        for (int a = 0; a < left.length; a++) {
            left[a] = board.left[a].clone();
        }
        this.load = new double[left.length];
        this.time = FairShare.time(board);
    }

    Seats seats(Places places) {
        int slots = board.slots.size();
        int[][] seats = new int[board.values.length][];
        for (int c = 0; c < seats.length; c++) {
            if (promises.agentOf(c) >= 0) {
                seats[c] = new int[] {promises.agentOf(c) * slots + promises.slotOf(c)};
                load[promises.agentOf(c)]++;
            } else {
                seats[c] = Arrays.stream(places.of(c))
                        .map(bin -> agent(board.teamOfBin(bin), board.slotOfBin(bin)) * slots + board.slotOfBin(bin))
                        .toArray();
            }
        }
        return new Seats(seats);
    }

    private int agent(int team, int slot) {
        int chosen = -1;
        for (int agent : board.agentsOf.get(team)) {
            if (left[agent][slot] > 0 && (chosen < 0 || load[agent] * time[chosen] < load[chosen] * time[agent])) {
                chosen = agent;
            }
        }
        left[chosen][slot]--;
        load[chosen]++;
        return chosen;
    }
}
