package org.lotse.engine.planning.calls.solver;

import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** An attempt at a customer, and the seat it is made from; none when it is not made. */
@PlanningEntity
public class SeatedCall {
    @PlanningId
    private final Integer id;

    private final CallCustomer customer;

    @PlanningVariable(valueRangeProviderRefs = "seats", nullable = true)
    private @Nullable Seat seat;

    /** For OptaPlanner, which copies field by field. */
    SeatedCall() {
        this(-1, CallCustomer.NOBODY, null);
    }

    SeatedCall(int id, CallCustomer customer, @Nullable Seat seat) {
        this.id = id;
        this.customer = customer;
        this.seat = seat;
    }

    public Integer getId() {
        return id;
    }

    public CallCustomer getCustomer() {
        return customer;
    }

    public @Nullable Seat getSeat() {
        return seat;
    }

    public void setSeat(@Nullable Seat seat) {
        this.seat = seat;
    }
}
