package org.lotse.engine.planning.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.Flaw.Code;

/** Finds what makes a call problem impossible to plan. */
public final class CheckCallProblem {
    private static final int MOST_ATTEMPTS = 5;
    private final CallProblem problem;
    private final List<Flaw> flaws = new ArrayList<>();

    private CheckCallProblem(CallProblem problem) {
        this.problem = problem;
    }

    /** Every flaw, in the order of the problem; none for a sound one. */
    public static List<Flaw> check(CallProblem problem) {
        CheckCallProblem check = new CheckCallProblem(problem);
        check.lengths();
        check.agents();
        check.candidates();
        check.slots();
        return List.copyOf(check.flaws);
    }

    private void lengths() {
        positive("/slotMinutes", problem.slotMinutes());
        positive("/callMinutes", problem.callMinutes());
        if (problem.slotMinutes() > 0 && problem.callMinutes() > 0 && problem.callsPerSlot() < 1) {
            add(
                    "/callMinutes",
                    Code.CALL_LONGER_THAN_SLOT,
                    "value",
                    problem.callMinutes(),
                    "slot",
                    problem.slotMinutes());
        }
        notNegative("/preference", "", problem.wishes().preference());
        notNegative("/fairness", "", problem.wishes().fairness());
        if (problem.agents().isEmpty()) {
            add("/agents", Code.NO_AGENT);
        }
    }

    private void agents() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < problem.agents().size(); i++) {
            Agent agent = problem.agents().get(i);
            id("/agents/" + i + "/id", agent.id(), seen);
            for (int s = 0; s < agent.shifts().size(); s++) {
                Agent.Shift shift = agent.shifts().get(s);
                if (!shift.from().isBefore(shift.to())) {
                    add(
                            "/agents/" + i + "/shifts/" + s,
                            Code.ENDS_BEFORE_START,
                            "item",
                            agent.id(),
                            "from",
                            shift.from().atZone(problem.zone()).toLocalDateTime(),
                            "to",
                            shift.to().atZone(problem.zone()).toLocalDateTime());
                }
            }
        }
    }

    private void candidates() {
        Set<String> seen = new HashSet<>();
        Set<String> agents = new HashSet<>();
        problem.agents().forEach(a -> agents.add(a.id()));
        for (int i = 0; i < problem.candidates().size(); i++) {
            Candidate candidate = problem.candidates().get(i);
            String at = "/candidates/" + i;
            id(at + "/customerId", candidate.customerId(), seen);
            notNegative(at + "/value", candidate.customerId(), candidate.value());
            probability(at + "/closing", candidate.customerId(), candidate.closing());
            for (Map.Entry<Instant, Double> open : candidate.reachability().entrySet()) {
                probability(at + "/reachability", candidate.customerId(), open.getValue());
            }
            repeats(at, candidate);
            String preferred = candidate.preferredAgent();
            if (preferred != null && !agents.contains(preferred)) {
                add(at + "/preferredAgent", Code.UNKNOWN_AGENT, "item", candidate.customerId(), "value", preferred);
            }
            Candidate.Promise promise = candidate.promised();
            if (promise != null && promise.agent() != null && !agents.contains(promise.agent())) {
                add(
                        at + "/promised/agent",
                        Code.UNKNOWN_AGENT,
                        "item",
                        candidate.customerId(),
                        "value",
                        promise.agent());
            }
        }
    }

    private void repeats(String at, Candidate candidate) {
        int attempts = candidate.repeats().attempts();
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            add(
                    at + "/attempts",
                    Code.OUT_OF_RANGE,
                    "item",
                    candidate.customerId(),
                    "value",
                    attempts,
                    "range",
                    "1.." + MOST_ATTEMPTS);
        }
        if (candidate.repeats().spacing().isNegative()) {
            add(
                    at + "/spacingHours",
                    Code.NEGATIVE,
                    "item",
                    candidate.customerId(),
                    "value",
                    candidate.repeats().spacing().toMinutes() / 60.0);
        }
    }

    private void slots() {
        Instant last = null;
        for (Instant slot : problem.slots()) {
            if (last != null && slot.isBefore(last.plusSeconds(problem.slotSeconds()))) {
                add(
                        "/candidates",
                        Code.SLOTS_OVERLAP,
                        "first",
                        last.atZone(problem.zone()).toLocalDateTime(),
                        "second",
                        slot.atZone(problem.zone()).toLocalDateTime(),
                        "minutes",
                        problem.slotMinutes());
                return;
            }
            last = slot;
        }
    }

    private void id(String pointer, String id, Set<String> seen) {
        if (id.isBlank()) {
            add(pointer, Code.EMPTY_ID);
        } else if (!seen.add(id)) {
            add(pointer, Code.DUPLICATE_ID, "value", id);
        }
    }

    private void positive(String pointer, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            add(pointer, Code.NOT_POSITIVE, "value", value);
        }
    }

    private void notNegative(String pointer, String item, double value) {
        if (!Double.isFinite(value)) {
            add(pointer, Code.NOT_A_NUMBER, "item", item, "value", value);
        } else if (value < 0) {
            add(pointer, Code.NEGATIVE, "item", item, "value", value);
        }
    }

    private void probability(String pointer, String item, double value) {
        if (!(value >= 0 && value <= 1)) {
            add(pointer, Code.OUT_OF_RANGE, "item", item, "value", value, "range", "0..1");
        }
    }

    private void add(String pointer, Code code, Object... namesAndValues) {
        flaws.add(Flaw.at(pointer, code, namesAndValues));
    }
}
