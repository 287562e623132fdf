package org.lotse.engine.planning.calls.solver;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.count;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.toList;

import java.util.Objects;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.Joiners;
import org.optaplanner.core.api.score.stream.uni.UniConstraintStream;

/** The rules of a good call list, by the names a team lead uses. Hard ones are never broken; soft is money in millionths. */
public class CallConstraints implements ConstraintProvider {
    private long fairness;

    /** What a call above the fair share costs, in millionths; OptaPlanner sets it by its name. */
    public void setFairness(long millionths) {
        this.fairness = millionths;
    }

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            mayBeCalled(factory),
            seatHasRoom(factory),
            attemptsApart(factory),
            attemptsPerDay(factory),
            expectation(factory),
            preference(factory),
            fairLoad(factory)
        };
    }

    Constraint mayBeCalled(ConstraintFactory factory) {
        return made(factory)
                .filter(call -> !call.getCustomer().takes(seat(call)))
                .penalize(HardSoftLongScore.ONE_HARD)
                .asConstraint("The agent has the skills and the slot is open");
    }

    Constraint seatHasRoom(ConstraintFactory factory) {
        return made(factory)
                .groupBy(CallConstraints::seat, count())
                .filter((seat, calls) -> calls > seat.room())
                .penalizeLong(HardSoftLongScore.ONE_HARD, (seat, calls) -> calls - seat.room())
                .asConstraint("An agent makes only so many calls in a slot");
    }

    Constraint attemptsApart(ConstraintFactory factory) {
        return factory.forEachUniquePair(
                        SeatedCall.class,
                        Joiners.equal(call -> call.getCustomer().number()))
                .filter((one, other) -> !one.getCustomer().apart(seat(one), seat(other)))
                .penalize(HardSoftLongScore.ONE_HARD)
                .asConstraint("Attempts lie apart");
    }

    Constraint attemptsPerDay(ConstraintFactory factory) {
        return made(factory)
                .groupBy(SeatedCall::getCustomer, call -> call.getCustomer().day(seat(call)), count())
                .filter((customer, day, calls) -> calls > customer.perDay())
                .penalizeLong(HardSoftLongScore.ONE_HARD, (customer, day, calls) -> calls - customer.perDay())
                .asConstraint("No more attempts a day than the law allows");
    }

    Constraint expectation(ConstraintFactory factory) {
        return made(factory)
                .groupBy(SeatedCall::getCustomer, toList(CallConstraints::seat))
                .rewardLong(HardSoftLongScore.ONE_SOFT, CallCustomer::brings)
                .asConstraint("What the calls are expected to bring");
    }

    Constraint preference(ConstraintFactory factory) {
        return made(factory)
                .rewardLong(
                        HardSoftLongScore.ONE_SOFT, call -> call.getCustomer().likes(seat(call)))
                .asConstraint("Calls are made by whom they suit");
    }

    Constraint fairLoad(ConstraintFactory factory) {
        return made(factory)
                .groupBy(call -> seat(call).agent(), call -> seat(call).fair(), count())
                .filter((agent, fair, calls) -> calls > fair)
                .penalizeLong(HardSoftLongScore.ONE_SOFT, (agent, fair, calls) -> fairness * (calls - fair))
                .asConstraint("Nobody does more than the own share");
    }

    private static UniConstraintStream<SeatedCall> made(ConstraintFactory factory) {
        return factory.forEach(SeatedCall.class);
    }

    private static Seat seat(SeatedCall call) {
        return Objects.requireNonNull(call.getSeat(), "calls without a seat are left out by the stream");
    }
}
