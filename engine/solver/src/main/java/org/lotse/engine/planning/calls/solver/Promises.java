package org.lotse.engine.planning.calls.solver;

import java.util.Arrays;

/**
 * Promised call-backs: those of a named agent are given the agent's time before anything else, the others may be called
 * in their slot only and there outweigh every ordinary call.
 */
final class Promises {
    private final CallBoard board;
    private final int[] agent;
    private final int[] slot;
    private final boolean[] refused;
    private final double bonus;

    private Promises(CallBoard board) {
        this.board = board;
        int customers = board.values.length;
        this.agent = new int[customers];
        Arrays.fill(agent, -1);
        this.slot = new int[customers];
        this.refused = new boolean[customers];
        double most = 0;
        for (double[] row : board.values) {
            for (double value : row) {
                most = Math.max(most, value);
            }
        }
        this.bonus = 10 * (most + board.problem.wishes().preference()) + 1;
    }

    /** Gives agents' time to those who were promised it; who comes first in the problem comes first here. */
    static Promises keep(CallBoard board) {
        Promises promises = new Promises(board);
        for (int c = 0; c < board.values.length; c++) {
            promises.slot[c] = board.promisedSlot(c);
            int who = board.promisingAgent(c);
            if (who < 0) {
                continue;
            }
            if (board.left[who][promises.slot[c]] > 0 && board.able(c, board.teamOfAgent[who])) {
                board.left[who][promises.slot[c]]--;
                promises.agent[c] = who;
            } else {
                promises.refused[c] = true;
            }
        }
        return promises;
    }

    /** The agent whose time this customer has been given, or -1. */
    int agentOf(int customer) {
        return agent[customer];
    }

    int slotOf(int customer) {
        return slot[customer];
    }

    double bonus() {
        return bonus;
    }

    /** Whether the flow has nothing to decide about this customer. */
    boolean settled(int customer) {
        return agent[customer] >= 0 || refused[customer];
    }

    /** What the flow sees. */
    double worth(int customer, int bin) {
        int team = board.teamOfBin(bin);
        int at = bin - team * board.slots.size();
        int kind = board.kindOf[customer];
        if (!board.teamsOfKind.get(kind)[team] || settled(customer)) {
            return Double.NEGATIVE_INFINITY;
        }
        double liked = board.bonusOfKind.get(kind)[team];
        if (slot[customer] < 0) {
            return board.values[customer][at] + liked;
        }
        return slot[customer] == at
                ? Math.max(0, board.values[customer][at]) + bonus + liked
                : Double.NEGATIVE_INFINITY;
    }
}
