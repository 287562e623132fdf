package org.lotse.engine.planning.routes;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere to go and something to do there.
 *
 * @param windows when the service may begin; empty means any time
 * @param demand what is loaded, per dimension of the capacity
 * @param skills all of them are needed
 * @param priority weight of leaving the visit out, 1 for an ordinary one
 * @param value what is lost when the visit is left out, or null when the objective's price counts
 * @param mandatory leaving it out makes the plan infeasible
 * @param due the service begins at the latest then, or null
 * @param preferredRep who should make the visit, or null; another one costs the objective's price
 * @param onlyRep who alone may make the visit, because somebody who plans has said so; or null
 * @param group visits of one group are made by one rep in one shift; null when the visit belongs to none
 * @param release what is brought cannot leave the depot or reload place earlier, or null
 * @param area where the visit lies on the map of territories, or null
 * @param series the recurring visit this is one of, or null
 * @param after visits that are over before this one begins, by whomever they are made; unless it is promised, it is left out
 *     with them
 * @param pinned an agreed appointment, or null; it replaces the windows and always is mandatory
 */
public record Visit(
        String id,
        String place,
        double serviceMinutes,
        List<Window> windows,
        List<Double> demand,
        Set<String> skills,
        double priority,
        @Nullable Double value,
        boolean mandatory,
        @Nullable Double due,
        @Nullable String preferredRep,
        @Nullable String onlyRep,
        @Nullable String group,
        @Nullable Double release,
        @Nullable String area,
        @Nullable Series series,
        Set<String> after,
        @Nullable Pin pinned) {
    public Visit {
        windows = List.copyOf(windows);
        demand = List.copyOf(demand);
        skills = Set.copyOf(skills);
        after = Set.copyOf(after);
    }

    /** A visit in no group, whoever makes it. */
    public Visit(
            String id,
            String place,
            double serviceMinutes,
            List<Window> windows,
            List<Double> demand,
            Set<String> skills,
            double priority,
            @Nullable Double value,
            boolean mandatory,
            @Nullable Double due,
            @Nullable Pin pinned) {
        this(
                id,
                place,
                serviceMinutes,
                windows,
                demand,
                skills,
                priority,
                value,
                mandatory,
                due,
                null,
                null,
                null,
                pinned);
    }

    /** A visit made once and after no other, with goods that are there from the beginning, in no territory. */
    public Visit(
            String id,
            String place,
            double serviceMinutes,
            List<Window> windows,
            List<Double> demand,
            Set<String> skills,
            double priority,
            @Nullable Double value,
            boolean mandatory,
            @Nullable Double due,
            @Nullable String preferredRep,
            @Nullable String onlyRep,
            @Nullable String group,
            @Nullable Pin pinned) {
        this(
                id,
                place,
                serviceMinutes,
                windows,
                demand,
                skills,
                priority,
                value,
                mandatory,
                due,
                preferredRep,
                onlyRep,
                group,
                null,
                null,
                null,
                Set.of(),
                pinned);
    }

    /** The same visit, agreed for this rep and minute. */
    public Visit agreed(Pin pin) {
        return with(id, windows, demand, onlyRep, series, after, pin);
    }

    /** The same visit, to be made by this rep and nobody else. */
    public Visit givenTo(String rep) {
        return with(id, windows, demand, rep, series, after, pinned);
    }

    /** The same visit with another load. */
    public Visit withDemand(List<Double> other) {
        return with(id, windows, other, onlyRep, series, after, pinned);
    }

    /** The same visit without an appointment, beginning at other times. */
    public Visit within(List<Window> others) {
        return with(id, others, demand, onlyRep, series, after, null);
    }

    /** The same visit, to be made after these others. */
    public Visit following(Set<String> others) {
        return with(id, windows, demand, onlyRep, series, others, pinned);
    }

    /** One of several visits this stands for. */
    Visit oneOf(String name, List<Window> times, Series one) {
        return with(name, times, demand, onlyRep, one, after, pinned);
    }

    private Visit with(
            String name,
            List<Window> times,
            List<Double> load,
            @Nullable String only,
            @Nullable Series recurring,
            Set<String> others,
            @Nullable Pin pin) {
        return new Visit(
                name,
                place,
                serviceMinutes,
                times,
                load,
                skills,
                priority,
                value,
                mandatory,
                due,
                preferredRep,
                only,
                group,
                release,
                area,
                recurring,
                others,
                pin);
    }

    /** An agreed appointment: this rep begins the service at exactly this minute. */
    public record Pin(String rep, double at) {}

    /**
     * Visits to one customer that recur.
     *
     * @param id the same for all of them
     * @param daysBetween from the day of one to the day of the next at least; 1 means not on the same day
     */
    public record Series(String id, int daysBetween) {}
}
