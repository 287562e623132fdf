package org.lotse.engine.planning.calls.solver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.CallPlan.Call;
import org.lotse.engine.planning.calls.CallPlan.LeftOut;
import org.lotse.engine.planning.calls.CallReason;
import org.lotse.engine.planning.calls.Candidate;

/** Turns the assignment to bins into calls of single agents, and says why the others are not called. */
final class CallSheet {
    private final CallBoard board;
    private final Promises promises;
    private final Transport transport;
    private final int[][] left;
    private final int[] atWork;
    private final int[] room;
    private final List<Call> calls = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final double[] load;
    private final double[] time;
    private double liked;
    private double kept;
    private boolean feasible = true;

    CallSheet(CallBoard board, Promises promises, Transport transport) {
        this.board = board;
        this.promises = promises;
        this.transport = transport;
        this.atWork = board.atWork;
        this.room = board.room();
        this.left = new int[board.left.length][];
        this.load = new double[board.left.length];
        this.time = FairShare.time(board);
        for (int a = 0; a < left.length; a++) {
            left[a] = board.left[a].clone();
        }
    }

    CallPlan plan() {
        double settledValue = 0;
        for (int c = 0; c < board.values.length; c++) {
            Candidate candidate = board.problem.candidates().get(c);
            int bin = transport.binOf(c);
            if (promises.agentOf(c) >= 0) {
                settledValue += call(candidate, promises.agentOf(c), promises.slotOf(c));
            } else if (bin >= 0) {
                kept += promises.slotOf(c) >= 0 ? promises.bonus() : 0;
                call(candidate, freest(board.teamOfBin(bin), board.slotOfBin(bin)), board.slotOfBin(bin));
            } else {
                leftOut.add(new LeftOut(candidate.customerId(), reason(c, candidate)));
                feasible &= candidate.promised() == null;
            }
        }
        return finished(transport.upperBound() - kept + settledValue);
    }

    /** The plan of these seats: per candidate the seats of its attempts, in order of time. */
    CallPlan plan(Seats seats, double bound) {
        for (int c = 0; c < board.values.length; c++) {
            Candidate candidate = board.problem.candidates().get(c);
            int[] own = seats.of(c);
            double miss = 1;
            for (int k = 0; k < own.length; k++) {
                int agent = own[k] / board.slots.size();
                int slot = own[k] % board.slots.size();
                miss = attempt(candidate, agent, slot, k + 1, miss);
            }
            if (own.length == 0) {
                leftOut.add(new LeftOut(candidate.customerId(), reason(c, candidate)));
                feasible &= candidate.promised() == null;
            }
        }
        return finished(bound);
    }

    private CallPlan finished(double bound) {
        calls.sort(Comparator.comparing(Call::slot).thenComparing(Call::agent).thenComparing(Call::customerId));
        double sum = calls.stream().mapToDouble(Call::expectedValue).sum();
        double wishes = liked - board.problem.wishes().fairness() * FairShare.above(board, calls);
        return new CallPlan(calls, leftOut, sum, wishes, Math.max(sum + wishes, bound), slotPrice(), feasible);
    }

    /** The mean of the bins' prices, weighted by how many calls they take. */
    private double slotPrice() {
        double worth = 0;
        double calls = 0;
        for (int bin = 0; bin < board.bins(); bin++) {
            worth += transport.price(bin) * room[bin];
            calls += room[bin];
        }
        return calls == 0 ? 0 : worth / calls;
    }

    private double call(Candidate candidate, int agent, int slot) {
        attempt(candidate, agent, slot, 1, 1);
        return candidate.expectedValue(board.slots.get(slot)) + board.bonus(candidate, agent);
    }

    /** Writes a call down; answers the chance that all attempts so far reach nobody. */
    private double attempt(Candidate candidate, int agent, int slot, int number, double miss) {
        Instant at = board.slots.get(slot);
        calls.add(new Call(
                candidate.customerId(),
                board.problem.agents().get(agent).id(),
                at,
                number,
                miss * candidate.expectedValue(at)));
        liked += board.bonus(candidate, agent);
        load[agent]++;
        return miss * (1 - candidate.reachability().getOrDefault(at, 0.0));
    }

    private int freest(int team, int slot) {
        int freest = board.agentsOf.get(team).getFirst();
        for (int agent : board.agentsOf.get(team)) {
            boolean isFree = left[agent][slot] > 0;
            boolean isBetter = left[freest][slot] <= 0
                    || load[agent] * time[freest] < load[freest] * time[agent]
                    || (load[agent] * time[freest] == load[freest] * time[agent]
                            && left[agent][slot] > left[freest][slot]);
            if (isFree && isBetter) {
                freest = agent;
            }
        }
        left[freest][slot]--;
        return freest;
    }

    private CallReason reason(int c, Candidate candidate) {
        boolean someone = false;
        for (int team = 0; team < board.teams.size(); team++) {
            someone |= board.able(c, team);
        }
        if (!someone) {
            return new CallReason.NoAgentHasSkills(candidate.skills());
        }
        Candidate.Promise promise = candidate.promised();
        return promise == null ? ordinary(c) : promised(c, promise);
    }

    private CallReason promised(int c, Candidate.Promise promise) {
        int who = board.promisingAgent(c);
        String name = promise.agent() == null ? "" : promise.agent();
        boolean working = false;
        for (int a = 0; a < left.length; a++) {
            boolean asked = who < 0 ? board.able(c, board.teamOfAgent[a]) : who == a;
            working |= asked
                    && board.problem
                            .agents()
                            .get(a)
                            .worksThrough(board.slots.get(promises.slotOf(c)), board.problem.slotSeconds());
        }
        if (who >= 0 && !board.able(c, board.teamOfAgent[who])) {
            return new CallReason.PromisedAgentLacksSkills(
                    name, board.problem.candidates().get(c).skills());
        }
        return working
                ? new CallReason.PromisedSlotFull(name, promise.at())
                : new CallReason.PromisedAgentOff(name, promise.at());
    }

    private CallReason ordinary(int c) {
        double margin = Double.NEGATIVE_INFINITY;
        int best = -1;
        boolean open = false;
        for (int bin = 0; bin < board.bins(); bin++) {
            double worth = promises.worth(c, bin);
            if (atWork[bin] > 0 && worth > Double.NEGATIVE_INFINITY) {
                open = true;
                if (worth > 0 && worth - transport.price(bin) > margin) {
                    margin = worth - transport.price(bin);
                    best = bin;
                }
            }
        }
        if (!open) {
            return new CallReason.ClosedWhenAgentsWork();
        }
        if (best < 0) {
            return new CallReason.NothingExpected();
        }
        int slot = board.slotOfBin(best);
        return new CallReason.TakenByMoreValuable(
                board.values[c][slot],
                board.slots.get(slot),
                Math.max(transport.price(best), room[best] == 0 ? board.values[c][slot] : 0));
    }
}
