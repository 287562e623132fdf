package org.lotse.api.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.planning.routes.GreatCircle;
import org.lotse.engine.planning.routes.Objective;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.Rep;
import org.lotse.engine.planning.routes.RouteProblem;
import org.lotse.engine.planning.routes.Visit;
import org.lotse.engine.planning.routes.Window;
import org.lotse.engine.term.SubjectId;
import org.springframework.stereotype.Component;

/**
 * The route problem of a day: the stored reps, and the visits that may begin that day. An overdue visit is still wanted
 * and may begin at any time.
 */
@Component
public class StoredRoutes {
    private static final ChannelKey VISIT = new ChannelKey("FIELD_REP");
    /** Where no roads are known. Ways mostly over land: 70 km/h, 30 % longer than as the crow flies. */
    private static final GreatCircle TRAVEL = new GreatCircle(70, 1.3);
    /** A minute on the road, in the unit of the visits' value; what a car and its driver cost. */
    private static final double PER_MINUTE = 0.75;

    /** What it costs to give a visit to another rep or day than was planned; about half an hour on the road. */
    private static final double DISTURBANCE = 25;

    private final JdbcTeam team;
    private final JdbcDepots depots;
    private final RuleSets ruleSets;
    private final WorkingCalendar calendar;
    private final Geography geography;
    private final AskDecisions decisions;
    private final PlanReservations reservations;
    private final Clock clock;

    StoredRoutes(
            JdbcTeam team,
            JdbcDepots depots,
            RuleSets ruleSets,
            WorkingCalendar calendar,
            Geography geography,
            AskDecisions decisions,
            PlanReservations reservations,
            Clock clock) {
        this.geography = geography;
        this.decisions = decisions;
        this.reservations = reservations;
        this.team = team;
        this.depots = depots;
        this.ruleSets = ruleSets;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The day that is planned when nobody names one. */
    public LocalDate day() {
        List<LocalTime> ends = team.reps().stream().map(Team.FieldRep::ends).toList();
        return WorkingDay.next(clock.instant(), zone(), ends, calendar::isWorkingDay);
    }

    /** The zone in which days begin and shifts are meant. */
    public ZoneId zone() {
        return ruleSets.active().settings().zone();
    }

    /** Everything to be planned for a day; on a day off there are no shifts, which the problem's check names. */
    RouteInput problem(LocalDate day, int days) {
        return problem(day, days, false);
    }

    /**
     * Likewise.
     *
     * @param byDecisions whether visits are worth what the decisions would gain by them, where they would visit
     */
    RouteInput problem(LocalDate day, int days, boolean byDecisions) {
        ZoneId zone = zone();
        Instant start = day.atStartOfDay(zone).toInstant();
        List<Place> places = new ArrayList<>();
        depots.all()
                .forEach(depot ->
                        places.add(new Place(JdbcDepots.place(depot.id()), depot.latitude(), depot.longitude())));
        List<Rep> reps = new ArrayList<>();
        for (Team.FieldRep rep : team.reps()) {
            places.add(new Place(rep.id(), rep.latitude(), rep.longitude()));
            List<Rep.Shift> shifts = new ArrayList<>();
            for (int d = 0; d < days; d++) {
                LocalDate date = day.plusDays(d);
                if (calendar.isWorkingDay(date)) {
                    shifts.add(new Rep.Shift(
                            minutes(start, date, rep.begins(), zone), minutes(start, date, rep.ends(), zone)));
                }
            }
            reps.add(rep(rep, shifts));
        }
        Instant opens = team.reps().stream()
                .map(rep -> day.atTime(rep.begins()).atZone(zone).toInstant())
                .min(Comparator.naturalOrder())
                .orElse(start);
        AskDecisions.Asking asking = decisions.of(reservations.ledgerOfRoutes(day), opens);
        WaitingVisits waiting = new WaitingVisits(team.visits());
        List<Visit> visits = new ArrayList<>();
        LocalDate after = day.plusDays(days);
        for (Team.OpenVisit visit : waiting.thatMayBegin(one -> mayBegin(one, after, zone))) {
            places.add(new Place(visit.id(), visit.latitude(), visit.longitude()));
            double value = byDecisions && !visit.mandatory()
                    ? asking.worth(SubjectId.customer(visit.customerId()), VISIT)
                            .map(AskDecisions.Worth::expected)
                            .orElse(visit.value())
                    : visit.value();
            visits.add(visit(visit, window(visit, start, after, zone), value, waiting.before(visit)));
        }
        RouteProblem problem = new RouteProblem(
                geography.roads().orElse(TRAVEL),
                places,
                reps,
                visits,
                new Objective(0, PER_MINUTE, 0, null),
                null,
                DISTURBANCE);
        return new RouteInput(problem, new Times(zone, day));
    }

    private static Rep rep(Team.FieldRep rep, List<Rep.Shift> shifts) {
        return new Rep(
                rep.id(),
                rep.id(),
                rep.id(),
                shifts,
                rep.skills(),
                rep.capacity(),
                0,
                List.of(),
                rep.reload().isEmpty()
                        ? null
                        : new Rep.Reload(
                                rep.reload().stream().map(JdbcDepots::place).toList(), rep.reloadMinutes()),
                Set.of());
    }

    private static Visit visit(Team.OpenVisit visit, Window window, double value, Set<String> before) {
        return new Visit(
                visit.id(),
                visit.id(),
                visit.serviceMinutes(),
                List.of(window),
                visit.demand(),
                visit.skills(),
                1,
                visit.mandatory() ? null : (Double) value,
                visit.mandatory(),
                null,
                null,
                null,
                visit.group(),
                null,
                null,
                null,
                before,
                null);
    }

    private static boolean mayBegin(Team.OpenVisit visit, LocalDate after, ZoneId zone) {
        return visit.from().isBefore(after.atStartOfDay(zone).toInstant());
    }

    /** When the visit may begin in these days; one that is overdue at any time. */
    private static Window window(Team.OpenVisit visit, Instant start, LocalDate after, ZoneId zone) {
        double length = minutes(start, after.atStartOfDay(zone).toInstant());
        return visit.until().isBefore(start)
                ? new Window(0, length)
                : new Window(
                        Math.max(0, minutes(start, visit.from())), Math.min(length, minutes(start, visit.until())));
    }

    private static double minutes(Instant start, LocalDate day, LocalTime time, ZoneId zone) {
        return minutes(start, day.atTime(time).atZone(zone).toInstant());
    }

    private static double minutes(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / 60.0;
    }
}
