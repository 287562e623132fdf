package org.lotse.engine.planning.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rest of a day's calls, after what has happened: calls that were made keep their places, slots that have passed are shut,
 * who was reached or passed over is called no more, who was not may be tried again after a while, and who asked for a call-back
 * gets it. Pure.
 */
public final class ReviseCalls {
    /** Between the customer's id and the number of a call that was made. */
    private static final String MADE = "\u0000";
    /** Somebody who has asked for a call answers it. */
    private static final double WAITS_FOR_IT = 0.95;

    private final CallProblem problem;
    private final Duration spacing;
    private final int attempts;

    /**
     * @param spacing between attempts for customers the problem allows one only
     * @param attempts at most on one day
     */
    public ReviseCalls(CallProblem problem, Duration spacing, int attempts) {
        this.problem = problem;
        this.spacing = spacing;
        this.attempts = attempts;
    }

    /** The problem that is left at this moment; {@code outcomes} in the order in which they happened. */
    public CallProblem at(Instant now, List<CallOutcome> outcomes) {
        Map<String, List<CallOutcome>> happened = new HashMap<>();
        outcomes.forEach(one -> happened.computeIfAbsent(one.customerId(), id -> new ArrayList<>())
                .add(one));
        Set<Instant> passed = new HashSet<>();
        for (Instant slot : problem.slots()) {
            if (!slot.plusSeconds(problem.slotSeconds()).isAfter(now)) {
                passed.add(slot);
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Candidate candidate : problem.candidates()) {
            List<CallOutcome> own = happened.getOrDefault(candidate.customerId(), List.of());
            made(candidate, own, candidates);
            rest(candidate, own, passed, candidates);
        }
        return problem.with(candidates);
    }

    /** The plan with the customers' own ids; a call that was made is what it was. */
    public static CallPlan named(CallPlan plan) {
        Map<String, Integer> before = new HashMap<>();
        plan.calls().stream()
                .filter(call -> call.customerId().contains(MADE))
                .forEach(call -> before.merge(own(call.customerId()), 1, Integer::sum));
        List<CallPlan.Call> calls = plan.calls().stream()
                .map(call -> call.customerId().contains(MADE)
                        ? new CallPlan.Call(
                                own(call.customerId()),
                                call.agent(),
                                call.slot(),
                                Integer.parseInt(call.customerId()
                                        .substring(call.customerId().indexOf(MADE) + 1)),
                                call.expectedValue())
                        : new CallPlan.Call(
                                call.customerId(),
                                call.agent(),
                                call.slot(),
                                call.attempt() + before.getOrDefault(call.customerId(), 0),
                                call.expectedValue()))
                .toList();
        Set<String> called = new HashSet<>();
        calls.forEach(call -> called.add(call.customerId()));
        List<CallPlan.LeftOut> left = plan.left().stream()
                .filter(one -> !called.contains(own(one.customerId())))
                .toList();
        return new CallPlan(
                calls, left, plan.expectedValue(), plan.wishes(), plan.upperBound(), plan.slotPrice(), plan.feasible());
    }

    private static String own(String id) {
        int at = id.indexOf(MADE);
        return at < 0 ? id : id.substring(0, at);
    }

    private static void made(Candidate candidate, List<CallOutcome> own, List<Candidate> to) {
        int number = 0;
        for (CallOutcome outcome : own) {
            if (outcome.isCall()) {
                number++;
                double then = candidate.reachability().getOrDefault(outcome.slot(), 0.0);
                to.add(new Candidate(
                        candidate.customerId() + MADE + number,
                        candidate.value(),
                        candidate.closing(),
                        Set.of(),
                        candidate.region(),
                        candidate.zone(),
                        candidate.country(),
                        new Candidate.Promise(outcome.agent(), outcome.slot()),
                        Map.of(outcome.slot(), then)));
            }
        }
    }

    private void rest(Candidate candidate, List<CallOutcome> own, Set<Instant> passed, List<Candidate> to) {
        Candidate open = candidate.without(passed);
        if (own.isEmpty()) {
            Candidate.Promise promise = candidate.promised();
            boolean missed = promise != null
                    && passed.stream()
                            .anyMatch(slot -> !promise.at().isBefore(slot)
                                    && promise.at().isBefore(slot.plusSeconds(problem.slotSeconds())));
            to.add(missed ? open.promised(null) : open);
            return;
        }
        CallOutcome last = own.getLast();
        switch (last.kind()) {
            case REACHED, SKIPPED -> {}
            case CALL_BACK -> {
                Instant at = last.callBack();
                if (at != null) {
                    to.add(asked(candidate, last.agent(), at));
                }
            }
            case NOT_REACHED -> {
                Duration wait =
                        candidate.repeats().attempts() > 1 ? candidate.repeats().spacing() : spacing;
                int tried = (int) own.stream().filter(CallOutcome::isCall).count();
                int left = Math.max(attempts, candidate.repeats().attempts()) - tried;
                Set<Instant> early = new HashSet<>();
                open.reachability().keySet().stream()
                        .filter(slot -> slot.isBefore(last.slot().plus(wait))
                                || slot.isBefore(last.at().plus(wait)))
                        .forEach(early::add);
                Candidate later = open.without(early).promised(null);
                if (left > 0 && !later.reachability().isEmpty()) {
                    int perDay = Math.max(1, candidate.repeats().perDay());
                    to.add(later.with(new Candidate.Repeats(
                            Math.max(1, Math.min(left, candidate.repeats().attempts())), wait, perDay)));
                }
            }
        }
    }

    /** Who asked for a call is waiting for it. */
    private Candidate asked(Candidate candidate, String agent, Instant at) {
        Map<Instant, Double> open = new HashMap<>();
        problem.slots().stream()
                .filter(slot -> !at.isBefore(slot) && at.isBefore(slot.plusSeconds(problem.slotSeconds())))
                .forEach(slot -> open.put(slot, WAITS_FOR_IT));
        return new Candidate(
                candidate.customerId(),
                candidate.value(),
                candidate.closing(),
                candidate.skills(),
                candidate.region(),
                candidate.zone(),
                candidate.country(),
                new Candidate.Promise(agent, at),
                open);
    }
}
