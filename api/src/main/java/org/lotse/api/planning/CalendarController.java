package org.lotse.api.planning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Role;
import org.lotse.api.security.Scope;
import org.lotse.engine.term.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A rep's calendar to subscribe to: a secret address that can be ended, and what is read there. */
@RestController
class CalendarController {
    static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=utf-8");
    private static final int DAYS = 14;

    private final CalendarAddresses addresses;
    private final JdbcTeam team;
    private final DayRoutes routes;
    private final StoredRoutes stored;
    private final JdbcPlans plans;
    private final Clock clock;

    CalendarController(
            CalendarAddresses addresses,
            JdbcTeam team,
            DayRoutes routes,
            StoredRoutes stored,
            JdbcPlans plans,
            Clock clock) {
        this.addresses = addresses;
        this.team = team;
        this.routes = routes;
        this.stored = stored;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * A subscription.
     *
     * @param address path to subscribe to; shown once, when it is made
     * @param since when it was made; null when there is none
     */
    record Subscription(@Nullable String address, @Nullable Instant since) {}

    /** Makes an address; the one before, if any, opens nothing any more. */
    @Operation(summary = "Makes the secret address of a calendar to subscribe to; the one before ends")
    @PostMapping("/v1/reps/{id}/calendar")
    ResponseEntity<Subscription> make(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        String address = "/calendar/" + addresses.renew(own(id, caller).id()) + ".ics";
        return ResponseEntity.created(URI.create(address))
                .body(new Subscription(address, addresses.since(id).orElse(null)));
    }

    /** Whether there is an address; which one only its maker knows. */
    @Operation(
            summary = "Whether there is a subscription, and since when",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject("{\"since\": \"2026-11-20T09:12:00Z\"}"))))
    @GetMapping("/v1/reps/{id}/calendar")
    Subscription get(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return new Subscription(null, addresses.since(own(id, caller).id()).orElse(null));
    }

    /** Ends the address. */
    @Operation(summary = "Ends the address")
    @DeleteMapping("/v1/reps/{id}/calendar")
    ResponseEntity<Void> revoke(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        addresses.revoke(own(id, caller).id());
        return ResponseEntity.noContent().build();
    }

    /** The planned days of a rep from yesterday on, without names of customers. */
    @Operation(summary = "The planned days of a rep as iCalendar, without names of customers")
    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<String> read(@PathVariable String secret) {
        Team.FieldRep rep = addresses
                .repOf(secret)
                .flatMap(id ->
                        team.reps().stream().filter(one -> one.id().equals(id)).findFirst())
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "GET", "/calendar"));
        LocalDate first = clock.instant().atZone(stored.zone()).toLocalDate().minusDays(1);
        List<RouteCalendar.Day> days = Stream.iterate(first, day -> day.plusDays(1))
                .limit(DAYS)
                .flatMap(day -> routes.find(rep, day, Language.EN).stream())
                .map(route -> new RouteCalendar.Day(route, Math.max(0, plans.revision(route.planId()))))
                .toList();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body(RouteCalendar.write(days, stored.zone(), clock.instant()));
    }

    private Team.FieldRep own(String id, Caller caller) {
        Optional<Team.FieldRep> rep =
                team.reps().stream().filter(known -> known.id().equals(id)).findFirst();
        boolean isRep = caller.role().filter(Role.REP::equals).isPresent();
        boolean mayPlan = caller.may(Scope.PLANS_WRITE);
        if (!mayPlan
                && !(isRep
                        && rep.map(Team.FieldRep::login)
                                .filter(caller.name()::equals)
                                .isPresent())) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, Scope.PLANS_WRITE.key())
                    .with(FieldProblem.of("", "NEEDS_SCOPE", Scope.PLANS_WRITE.key()));
        }
        return rep.orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, "rep", id));
    }
}
