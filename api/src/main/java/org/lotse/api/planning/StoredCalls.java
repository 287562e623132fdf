package org.lotse.api.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private final RuleSets ruleSets;
    private final Clock clock;

    StoredCalls(JdbcTeam team, CallCandidates candidates, RuleSets ruleSets, Clock clock) {
        this.team = team;
        this.candidates = candidates;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /**
     * What to plan.
     *
     * @param day empty for the next day on which somebody works
     * @param segment only customers whose terms have these values
     * @param most at most so many candidates, those first who promise most
     * @param callMinutes how long a call takes
     */
    public record Wish(Optional<LocalDate> day, Map<String, String> segment, int most, double callMinutes) {
        /** Everybody, on the next working day, twelve minutes a call. */
        public static final Wish USUAL = new Wish(Optional.empty(), Map.of(), 600, 12);

        public Wish {
            segment = Map.copyOf(segment);
        }
    }

    /** The day a wish is about. */
    public LocalDate day(Wish wish) {
        return wish.day()
                .orElseGet(() -> WorkingDay.next(
                        clock.instant(),
                        zone(),
                        team.callers().stream().map(Team.Caller::ends).toList()));
    }

    /** The zone in which days begin and shifts are meant. */
    public ZoneId zone() {
        return ruleSets.active().settings().zone();
    }

    CallProblem problem(Wish wish) {
        RuleSet rules = ruleSets.active();
        LocalDate day = day(wish);
        List<Agent> agents = new ArrayList<>();
        for (Team.Caller caller : team.callers()) {
            agents.add(new Agent(caller.id(), caller.skills(), shifts(caller, day)));
        }
        List<ZonedDateTime> hours = hours(agents, day, rules);
        List<Candidate> chosen = hours.isEmpty() ? List.of() : candidates.choose(rules, wish, hours);
        return new CallProblem(60, wish.callMinutes(), zone(), agents, chosen);
    }

    private List<Agent.Shift> shifts(Team.Caller caller, LocalDate day) {
        return WorkingDay.isWorkingDay(day)
                ? List.of(new Agent.Shift(at(day, caller.begins()), at(day, caller.ends())))
                : List.of();
    }

    /** The hours of the day that have not begun yet, in which somebody works and the channel is open. */
    private List<ZonedDateTime> hours(List<Agent> agents, LocalDate day, RuleSet rules) {
        Instant now = clock.instant();
        Optional<Channel> phone =
                Optional.ofNullable(rules.catalogue().channels().get(PHONE));
        SortedMap<Instant, ZonedDateTime> hours = new TreeMap<>();
        for (int hour = 0; hour < 24; hour++) {
            Instant at = at(day, LocalTime.of(hour, 0));
            boolean open =
                    phone.map(known -> known.hours().areOpenAt(at, zone())).orElse(true);
            boolean staffed = agents.stream().anyMatch(agent -> agent.worksThrough(at, 3600));
            if (open && staffed && !at.isBefore(now)) {
                hours.put(at, at.atZone(zone()));
            }
        }
        return List.copyOf(hours.values());
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone()).toInstant();
    }
}
