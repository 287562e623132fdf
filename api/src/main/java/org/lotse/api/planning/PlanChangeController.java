package org.lotse.api.planning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Role;
import org.lotse.api.security.Scope;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.routes.RoutesInForce.Slot;
import org.lotse.engine.term.Language;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What happens to a plan of routes while it is driven: times to offer, appointments, and everything that comes between. */
@RestController
@RequestMapping("/v1/plans/{id}")
class PlanChangeController {
    private final PlansInForce plans;
    private final ImprovePlans improve;
    private final ReadWishes wishes;
    private final PlanningJson json;
    private final JdbcTeam team;
    private final TellRevisions revisions;

    PlanChangeController(
            PlansInForce plans,
            ImprovePlans improve,
            ReadWishes wishes,
            PlanningJson json,
            JdbcTeam team,
            TellRevisions revisions) {
        this.revisions = revisions;
        this.plans = plans;
        this.improve = improve;
        this.wishes = wishes;
        this.json = json;
        this.team = team;
    }

    /**
     * A plan after a change.
     *
     * @param effect what the change has done: visits that stand elsewhere now with the price of that, promises that cannot be
     *     kept any more, and what the plan costs more
     */
    record ChangedPlan(UUID planId, int revision, JsonNode effect, JsonNode plan) {}

    /** The best times to offer a customer, cheapest first. */
    @Operation(
            summary = "The best times to offer a customer, cheapest first",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = {
                                                @ExampleObject(
                                                        name = "A visit of the plan",
                                                        value = RouteExamples.SLOTS)
                                            })),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(RouteExamples.OFFERED))))
    @PostMapping("/slots")
    ArrayNode slots(
            @PathVariable String id,
            @RequestBody JsonNode wish,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        UUID plan = uuid(id);
        Optional<String> own = own(caller);
        return worded(
                () -> {
                    PlansInForce.Standing now = plans.standing(plan);
                    List<Slot> slots =
                            plans.slots(plan, wishes.slots(wish, now.routes().problem(), now.times())).stream()
                                    .filter(slot -> own.isEmpty() || own.get().equals(slot.rep()))
                                    .toList();
                    return EffectJson.write(slots, now.times());
                },
                locale);
    }

    /** Agrees a time with a customer; from now on it is never moved. */
    @Operation(
            summary = "Agree a time with a customer",
            description = "From now on it is never moved. Refused with the promise that stands in the way.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = {
                                                @ExampleObject(
                                                        name = "One of the times offered",
                                                        value = RouteExamples.APPOINTMENT)
                                            })),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(RouteExamples.CHANGED))))
    @PostMapping("/appointments")
    ChangedPlan appointment(
            @PathVariable String id,
            @RequestBody JsonNode appointment,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        UUID plan = uuid(id);
        own(caller)
                .filter(rep -> !rep.equals(appointment.path("rep").asString("")))
                .ifPresent(other -> {
                    throw ProblemException.of(ProblemKind.FORBIDDEN, Scope.PLANS_WRITE.key());
                });
        return worded(
                () -> {
                    PlansInForce.Standing now = plans.standing(plan);
                    JsonNode change =
                            wishes.appointment(appointment, now.routes().problem(), now.times());
                    return changed(plan, change, caller, locale);
                },
                locale);
    }

    /** Something has happened; with {@code preview} it is only said what it would do. */
    @Operation(
            summary = "Something has happened",
            description =
                    "NO_SHOW, LATE, SICK, EMERGENCY, DONE, LOAD, EXTRA_REP or GIVE; with preview it is only said what it would do.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = {
                                                @ExampleObject(name = "A rep is late", value = RouteExamples.LATE),
                                                @ExampleObject(name = "An emergency", value = RouteExamples.EMERGENCY),
                                                @ExampleObject(name = "Nobody was there", value = RouteExamples.NO_SHOW)
                                            })),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(RouteExamples.CHANGED))))
    @PostMapping("/changes")
    ChangedPlan change(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestBody JsonNode change,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        UUID plan = uuid(id);
        return worded(
                () -> preview
                        ? written(plan, plans.preview(plan, change), locale)
                        : changed(plan, change, caller, locale),
                locale);
    }

    @Operation(
            summary = "Why a visit is made by this rep and then, or why it is left out",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(RouteExamples.WHY))))
    @GetMapping("/visits/{visit}/why")
    JsonNode why(
            @PathVariable String id,
            @PathVariable String visit,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        UUID plan = uuid(id);
        Optional<String> own = own(caller);
        return worded(
                () -> {
                    PlansInForce.Standing now = plans.standing(plan);
                    boolean others = now.routes().plan().routes().stream()
                            .anyMatch(route -> own.isPresent()
                                    && !own.get().equals(route.rep())
                                    && route.stops().stream()
                                            .anyMatch(stop -> stop.visit().equals(visit)));
                    if (others) {
                        throw ProblemException.of(ProblemKind.FORBIDDEN, Scope.PLANS_WRITE.key());
                    }
                    return EffectJson.why(visit, now.routes(), now.times(), new PlanningWords(Language.of(locale)));
                },
                locale);
    }

    /** Says whenever the plan has become another one. */
    @Operation(summary = "An event whenever the plan has become another one")
    @GetMapping(path = "/revisions", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter revisions(@PathVariable String id) {
        UUID plan = uuid(id);
        return revisions.of(plan, plans.standing(plan).revision());
    }

    /** A rep has to do with the own route only; empty for everybody else. */
    private Optional<String> own(Caller caller) {
        return caller.role()
                .filter(Role.REP::equals)
                .map(role -> team.reps().stream()
                        .filter(rep -> rep.login().equals(caller.name()))
                        .map(Team.FieldRep::id)
                        .findFirst()
                        .orElse(""));
    }

    private ChangedPlan changed(UUID plan, JsonNode change, Caller caller, Locale locale) {
        PlansInForce.Changed changed = plans.change(plan, change, caller.name());
        improve.after(plan, changed.revision());
        return written(plan, changed, locale);
    }

    private ChangedPlan written(UUID plan, PlansInForce.Changed changed, Locale locale) {
        return new ChangedPlan(
                plan,
                changed.revision(),
                EffectJson.write(changed.effect(), changed.times()),
                json.json(changed.effect().next().plan(), changed.times(), Language.of(locale)));
    }

    private interface Work<T> {
        T done();
    }

    private static <T> T worded(Work<T> work, Locale locale) {
        try {
            return work.done();
        } catch (UnsoundProblem unsound) {
            throw Flaws.problem(unsound, locale);
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, "POST", "/v1/plans/" + text);
        }
    }
}
