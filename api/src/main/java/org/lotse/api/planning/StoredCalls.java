package org.lotse.api.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lotse.api.segment.Audience;
import org.lotse.api.segment.FindAudience;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.planning.calls.Agent;
import org.lotse.engine.planning.calls.CallProblem;
import org.lotse.engine.planning.calls.Candidate;
import org.lotse.engine.rule.RuleSet;
import org.springframework.stereotype.Component;

/**
 * The call problem of a day: the stored agents in the hours in which calling is allowed, and the stored customers worth
 * calling who may be called.
 */
@Component
public class StoredCalls {
    static final ChannelKey PHONE = new ChannelKey("CALL_CENTRE");

    private final JdbcTeam team;
    private final CallCandidates candidates;
    private final FindAudience audiences;
    private final PlanReservations reservations;
    private final RuleSets ruleSets;
    private final WorkingCalendar calendar;
    private final Clock clock;

    StoredCalls(
            JdbcTeam team,
            CallCandidates candidates,
            FindAudience audiences,
            PlanReservations reservations,
            RuleSets ruleSets,
            WorkingCalendar calendar,
            Clock clock) {
        this.team = team;
        this.candidates = candidates;
        this.audiences = audiences;
        this.reservations = reservations;
        this.ruleSets = ruleSets;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What to plan.
     *
     * @param day empty for the next day on which somebody works
     * @param audience who may be called
     * @param most at most so many candidates, those first who promise most
     * @param callMinutes how long a call takes
     * @param attempts how often somebody may be planned to be tried
     * @param spacing from one attempt to the next
     * @param wishes what likings and fair loads count
     * @param byDecisions whether what a call is worth comes from the decisions instead of closing probability and value
     * @param frame other agents, slots and zone than the stored ones, without candidates
     */
    public record Wish(
            Optional<LocalDate> day,
            Audience audience,
            int most,
            double callMinutes,
            int attempts,
            Duration spacing,
            CallProblem.Wishes wishes,
            boolean byDecisions,
            Optional<CallProblem> frame) {
        /** Everybody, on the next working day, twelve minutes a call. */
        public static final Wish USUAL = new Wish(
                Optional.empty(),
                new Audience.Everybody(),
                600,
                12,
                1,
                Duration.ofHours(3),
                CallProblem.Wishes.NONE,
                false,
                Optional.empty());
    }

    /** Refuses a wish for an audience nobody can tell. */
    void check(Wish wish) {
        audiences.check(wish.audience(), ruleSets.active());
    }

    /** The day a wish is about. */
    public LocalDate day(Wish wish) {
        return wish.day()
                .orElseGet(() -> WorkingDay.next(
                        clock.instant(),
                        zone(),
                        team.callers().stream().map(Team.Caller::ends).toList(),
                        calendar::isWorkingDay));
    }

    /** The zone in which days begin and shifts are meant. */
    public ZoneId zone() {
        return ruleSets.active().settings().zone();
    }

    /**
     * The problem of a wish.
     *
     * @param bases hears what each reachability was taken from
     */
    CallProblem problem(Wish wish, ReachBasis bases) {
        RuleSet rules = ruleSets.active();
        CallProblem frame = wish.frame().orElseGet(() -> ownFrame(wish));
        List<ZonedDateTime> slots = slots(frame, rules);
        if (wish.frame().isEmpty()) {
            Instant now = clock.instant();
            slots = slots.stream()
                    .filter(slot -> !slot.toInstant().isBefore(now))
                    .toList();
        }
        List<Candidate> chosen = slots.isEmpty()
                ? List.of()
                : candidates.choose(
                        rules,
                        wish,
                        slots,
                        frame.agents().stream().map(Agent::id).collect(Collectors.toSet()),
                        reservations.ledger(wish.frame().isEmpty() ? Optional.of(day(wish)) : Optional.empty()),
                        bases);
        return frame.with(chosen);
    }

    private CallProblem ownFrame(Wish wish) {
        LocalDate day = day(wish);
        List<Agent> agents = team.callers().stream()
                .map(caller -> new Agent(caller.id(), caller.skills(), caller.prefers(), shifts(caller, day)))
                .toList();
        return new CallProblem(60, wish.callMinutes(), zone(), agents, List.of(), wish.wishes());
    }

    private List<Agent.Shift> shifts(Team.Caller caller, LocalDate day) {
        return calendar.isWorkingDay(day)
                ? List.of(new Agent.Shift(at(day, caller.begins()), at(day, caller.ends())))
                : List.of();
    }

    /** The slots in which somebody works and the channel is open, counted from the start of each day. */
    private List<ZonedDateTime> slots(CallProblem frame, RuleSet rules) {
        Optional<Channel> phone =
                Optional.ofNullable(rules.catalogue().channels().get(PHONE));
        SortedMap<Instant, ZonedDateTime> slots = new TreeMap<>();
        Set<LocalDate> days = frame.agents().stream()
                .flatMap(agent -> agent.shifts().stream())
                .map(shift -> shift.from().atZone(frame.zone()).toLocalDate())
                .collect(Collectors.toCollection(TreeSet::new));
        for (LocalDate day : days) {
            Instant end = day.plusDays(1).atStartOfDay(frame.zone()).toInstant();
            for (Instant at = day.atStartOfDay(frame.zone()).toInstant();
                    at.isBefore(end);
                    at = at.plusSeconds(frame.slotSeconds())) {
                Instant slot = at;
                boolean open = phone.map(known -> known.hours().areOpenAt(slot, frame.zone()))
                        .orElse(true);
                if (open && frame.agents().stream().anyMatch(agent -> agent.worksThrough(slot, frame.slotSeconds()))) {
                    slots.put(slot, slot.atZone(frame.zone()));
                }
            }
        }
        return List.copyOf(slots.values());
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone()).toInstant();
    }
}
