package org.lotse.engine.planning.calls.solver;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

/** All attempts and the seats they can be made from. */
@PlanningSolution
public class SeatingPlan {
    @ProblemFactCollectionProperty
    @ValueRangeProvider(id = "seats")
    private final List<Seat> seats;

    @PlanningEntityCollectionProperty
    private List<SeatedCall> calls;

    @PlanningScore
    private @Nullable HardSoftLongScore score;

    /** For OptaPlanner, which copies field by field. */
    SeatingPlan() {
        this(List.of(), List.of());
    }

    SeatingPlan(List<Seat> seats, List<SeatedCall> calls) {
        this.seats = seats;
        this.calls = calls;
    }

    public List<Seat> getSeats() {
        return seats;
    }

    public List<SeatedCall> getCalls() {
        return calls;
    }

    public void setCalls(List<SeatedCall> calls) {
        this.calls = calls;
    }

    public @Nullable HardSoftLongScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardSoftLongScore score) {
        this.score = score;
    }
}
