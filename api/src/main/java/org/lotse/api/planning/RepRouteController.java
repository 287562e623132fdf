package org.lotse.api.planning;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Role;
import org.lotse.api.security.Scope;
import org.lotse.engine.term.Language;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A rep's route of a day, as JSON and as a calendar. A rep sees the own one only. */
@RestController
class RepRouteController {
    private final DayRoutes routes;
    private final JdbcTeam team;
    private final StoredRoutes stored;
    private final JdbcPlans plans;
    private final Clock clock;

    RepRouteController(DayRoutes routes, JdbcTeam team, StoredRoutes stored, JdbcPlans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
        this.routes = routes;
        this.team = team;
        this.stored = stored;
    }

    @Operation(summary = "A rep's route of a day")
    @GetMapping(path = "/v1/reps/{id}/routes/{date}", produces = MediaType.APPLICATION_JSON_VALUE)
    DayRoute route(
            @PathVariable String id, @PathVariable String date, @AuthenticationPrincipal Caller caller, Locale locale) {
        return find(id, date, caller, locale);
    }

    /** Without names of customers: calendars travel far. */
    @Operation(summary = "The same as iCalendar")
    @GetMapping(path = "/v1/reps/{id}/routes/{date}.ics")
    ResponseEntity<String> calendar(
            @PathVariable String id, @PathVariable String date, @AuthenticationPrincipal Caller caller, Locale locale) {
        DayRoute route = find(id, date, caller, locale);
        RouteCalendar.Day day = new RouteCalendar.Day(route, Math.max(0, plans.revision(route.planId())));
        return ResponseEntity.ok()
                .contentType(CalendarController.CALENDAR)
                .body(RouteCalendar.write(List.of(day), stored.zone(), clock.instant()));
    }

    private DayRoute find(String id, String date, Caller caller, Locale locale) {
        Team.FieldRep rep = team.reps().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, "rep", id));
        boolean isRep = caller.role().filter(Role.REP::equals).isPresent();
        if (isRep && !rep.login().equals(caller.name())) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, Scope.PLANS_WRITE.key())
                    .with(FieldProblem.of("", "NEEDS_SCOPE", Scope.PLANS_WRITE.key()));
        }
        return routes.find(rep, day(date), Language.of(locale))
                .orElseThrow(
                        () -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/v1/reps/" + id + "/routes/" + date));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.invalid("/date", "WRONG_TYPE", text, "2026-11-23");
        }
    }
}
