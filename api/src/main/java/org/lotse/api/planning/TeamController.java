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
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who calls, who visits, and the visits that wait: what the plans of a day are made for. */
@RestController
class TeamController {
    private final JdbcTeam team;

    TeamController(JdbcTeam team) {
        this.team = team;
    }

    /**
     * An agent as sent.
     *
     * @param login the name of the login whose list it is; none when left out
     * @param prefers skills and regions of customers the agent likes to speak with
     * @param begins on the company's clock, Monday to Friday
     */
    record AgentBody(
            @NotBlank String name,
            @Nullable String login,
            @Nullable Set<String> skills,
            @Nullable Set<String> prefers,
            @NotNull LocalTime begins,
            @NotNull LocalTime ends) {}

    /**
     * A rep as sent.
     *
     * @param town where the day begins and ends, as do {@code lat} and {@code lon}
     */
    record RepBody(
            @NotBlank String name,
            @Nullable String login,
            @NotBlank String town,
            @DecimalMin("-90") @DecimalMax("90") double lat,
            @DecimalMin("-180") @DecimalMax("180") double lon,
            @Nullable Set<String> skills,
            @NotNull LocalTime begins,
            @NotNull LocalTime ends) {}

    /**
     * A visit as sent.
     *
     * @param from the earliest begin
     * @param until the latest begin
     * @param value what it is worth, in the accounting currency
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
            boolean mandatory) {}

    @Operation(summary = "Everybody who calls")
    @GetMapping("/v1/agents")
    List<Team.Caller> agents() {
        return team.callers();
    }

    @Operation(
            summary = "Takes an agent in, or as is said now",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"name\": \"Anna Petersen\", \"login\": \"anna\", \"skills\": [\"business\", \"english\"],"
                                                                    + " \"prefers\": [\"DE-HH\", \"business\"], \"begins\": \"09:00\", \"ends\": \"17:00\"}"))))
    @PutMapping("/v1/agents/{id}")
    Team.Caller keep(@PathVariable String id, @Valid @RequestBody AgentBody body) {
        inOrder(body.begins(), body.ends());
        Team.Caller caller = new Team.Caller(
                id,
                body.name(),
                orEmpty(body.login()),
                orNone(body.skills()),
                orNone(body.prefers()),
                body.begins(),
                body.ends());
        team.keep(caller);
        return caller;
    }

    @Operation(summary = "Lets an agent go; plans that are made stay as they are")
    @DeleteMapping("/v1/agents/{id}")
    ResponseEntity<Void> removeAgent(@PathVariable String id) {
        return gone(team::removeAgent, "agent", id);
    }

    @Operation(summary = "Everybody who visits")
    @GetMapping("/v1/reps")
    List<Team.FieldRep> reps() {
        return team.reps();
    }

    @Operation(
            summary = "Takes a rep in, or as is said now",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"name\": \"Kaya Brandt\", \"login\": \"kaya\", \"town\": \"Kiel\", \"lat\": 54.32,"
                                                                    + " \"lon\": 10.13, \"skills\": [\"fibre\"], \"begins\": \"08:00\", \"ends\": \"16:30\"}"))))
    @PutMapping("/v1/reps/{id}")
    Team.FieldRep keep(@PathVariable String id, @Valid @RequestBody RepBody body) {
        inOrder(body.begins(), body.ends());
        Team.FieldRep rep = new Team.FieldRep(
                id,
                body.name(),
                orEmpty(body.login()),
                body.town(),
                body.lat(),
                body.lon(),
                orNone(body.skills()),
                body.begins(),
                body.ends());
        team.keep(rep);
        return rep;
    }

    @Operation(summary = "Lets a rep go; plans that are made stay as they are")
    @DeleteMapping("/v1/reps/{id}")
    ResponseEntity<Void> removeRep(@PathVariable String id) {
        return gone(team::removeRep, "rep", id);
    }

    @Operation(
            summary = "A visit that waits, new or as is said now",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"customerId\": \"c-0000017\", \"lat\": 54.09, \"lon\": 12.14, \"serviceMinutes\": 45,"
                                                                    + " \"from\": \"2026-11-23T08:00:00Z\", \"until\": \"2026-11-25T15:00:00Z\","
                                                                    + " \"skills\": [\"fibre\"], \"value\": 320, \"mandatory\": false}"))))
    @PutMapping("/v1/visits/{id}")
    Team.OpenVisit keep(@PathVariable String id, @Valid @RequestBody VisitBody body) {
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
                orNone(body.skills()),
                body.value(),
                body.mandatory());
        team.keep(visit);
        return visit;
    }

    @Operation(summary = "Takes a visit back that waits")
    @DeleteMapping("/v1/visits/{id}")
    ResponseEntity<Void> removeVisit(@PathVariable String id) {
        return gone(team::removeVisit, "visit", id);
    }

    private static void inOrder(LocalTime begins, LocalTime ends) {
        if (!ends.isAfter(begins)) {
            throw ProblemException.invalid("/ends", "ENDS_BEFORE_BEGIN", begins, ends);
        }
    }

    private static ResponseEntity<Void> gone(Predicate<String> remove, String what, String id) {
        if (!remove.test(id)) {
            throw ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, what, id);
        }
        return ResponseEntity.noContent().build();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Set<String> orNone(@Nullable Set<String> texts) {
        return texts == null ? Set.of() : texts;
    }
}
