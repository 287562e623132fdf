package org.lotse.api.planning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.engine.planning.UnsoundProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The visits that wait: what the routes of a day are made of. */
@RestController
class OpenVisitController {
    private final TakeVisitIn take;
    private final JdbcTeam team;

    OpenVisitController(TakeVisitIn take, JdbcTeam team) {
        this.take = take;
        this.team = team;
    }

    /**
     * A visit as sent.
     *
     * @param from the earliest begin
     * @param until the latest begin
     * @param value what it is worth, in the accounting currency
     * @param group visits of one group are made by one rep in one shift
     * @param after ids of visits that wait and are over before this one begins
     * @param demand what it brings or takes, per dimension of the capacities
     */
    record VisitBody(
            @NotBlank String customerId,
            @DecimalMin("-90") @DecimalMax("90") double lat,
            @DecimalMin("-180") @DecimalMax("180") double lon,
            @Min(1) @Max(1_440) int serviceMinutes,
            @NotNull Instant from,
            @NotNull Instant until,
            @Nullable Set<String> skills,
            @DecimalMin("0") double value,
            boolean mandatory,
            @Nullable String group,
            @Nullable Set<@NotBlank String> after,
            @Nullable List<@NotNull @DecimalMin("0") Double> demand) {}

    @Operation(
            summary = "A visit that waits, new or as is said now",
            description = "The visits it comes after are stored before it; a circle among them is refused.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"customerId\": \"c-0000017\", \"lat\": 54.09, \"lon\": 12.14, \"serviceMinutes\": 45,"
                                                                    + " \"from\": \"2026-11-23T08:00:00Z\", \"until\": \"2026-11-25T15:00:00Z\","
                                                                    + " \"skills\": [\"fibre\"], \"value\": 320, \"mandatory\": false,"
                                                                    + " \"group\": \"new connection 17\", \"after\": [], \"demand\": [2]}"))))
    @PutMapping("/v1/visits/{id}")
    Team.OpenVisit keep(@PathVariable String id, @Valid @RequestBody VisitBody body, Locale locale) {
        if (body.until().isBefore(body.from())) {
            throw ProblemException.invalid("/until", "ENDS_BEFORE_BEGIN", body.from(), body.until());
        }
        Team.OpenVisit visit = new Team.OpenVisit(
                id,
                body.customerId(),
                body.lat(),
                body.lon(),
                body.serviceMinutes(),
                body.from(),
                body.until(),
                TeamController.orNone(body.skills()),
                body.value(),
                body.mandatory(),
                body.group() == null || body.group().isBlank() ? null : body.group(),
                TeamController.orNone(body.after()),
                TeamController.orNothing(body.demand()));
        try {
            take.in(visit);
        } catch (UnsoundProblem unsound) {
            throw Flaws.problem(unsound, locale);
        }
        return visit;
    }

    @Operation(summary = "Takes a visit back that waits; those that come after it wait for it no more")
    @DeleteMapping("/v1/visits/{id}")
    ResponseEntity<Void> remove(@PathVariable String id) {
        return TeamController.gone(team::removeVisit, "visit", id);
    }
}
