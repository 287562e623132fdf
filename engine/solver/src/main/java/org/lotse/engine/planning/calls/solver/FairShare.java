package org.lotse.engine.planning.calls.solver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lotse.engine.planning.calls.CallPlan.Call;

/** Who makes more calls than the own share of the team's time. */
final class FairShare {
    private FairShare() {}

    /** Calls each agent has time for. */
    static double[] time(CallBoard board) {
        double[] time = new double[board.problem.agents().size()];
        int callsPerSlot = board.problem.callsPerSlot();
        for (int a = 0; a < time.length; a++) {
            for (int s = 0; s < board.slots.size(); s++) {
                boolean atWork =
                        board.problem.agents().get(a).worksThrough(board.slots.get(s), board.problem.slotSeconds());
                time[a] += atWork ? callsPerSlot : 0;
            }
        }
        return time;
    }

    /** The most calls each agent may make without being treated unfairly when so many are made in all. */
    static int[] most(CallBoard board, int calls) {
        double[] time = time(board);
        double all = 0;
        for (double one : time) {
            all += one;
        }
        int[] most = new int[time.length];
        for (int a = 0; a < most.length; a++) {
            most[a] = all == 0 ? 0 : (int) Math.ceil(calls * time[a] / all - 1e-9);
        }
        return most;
    }

    /** Calls above the fair shares, of all agents together. */
    static int above(CallBoard board, List<Call> calls) {
        if (board.problem.wishes().fairness() == 0) {
            return 0;
        }
        Map<String, Integer> made = new HashMap<>();
        calls.forEach(call -> made.merge(call.agent(), 1, Integer::sum));
        int[] most = most(board, calls.size());
        int above = 0;
        for (int a = 0; a < most.length; a++) {
            above += Math.max(0, made.getOrDefault(board.problem.agents().get(a).id(), 0) - most[a]);
        }
        return above;
    }
}
