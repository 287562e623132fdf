package org.lotse.api.planning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/** Who calls and who visits: whom the plans of a day are made for. */
@RestController
class TeamController {
    private final JdbcTeam team;
    private final JdbcDepots depots;

    TeamController(JdbcTeam team, JdbcDepots depots) {
        this.team = team;
        this.depots = depots;
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
     * @param capacity how much fits into the vehicle at once, per dimension
     * @param reload ids of the depots where it is emptied or filled again on the way
     * @param reloadMinutes how long that takes
     */
    record RepBody(
            @NotBlank String name,
            @Nullable String login,
            @NotBlank String town,
            @DecimalMin("-90") @DecimalMax("90") double lat,
            @DecimalMin("-180") @DecimalMax("180") double lon,
            @Nullable Set<String> skills,
            @NotNull LocalTime begins,
            @NotNull LocalTime ends,
            @Nullable List<@NotNull @DecimalMin("0") Double> capacity,
            @Nullable List<@NotBlank String> reload,
            @Nullable @DecimalMin("0") @DecimalMax("1440") Double reloadMinutes) {}

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
                                                                    + " \"lon\": 10.13, \"skills\": [\"fibre\"], \"begins\": \"08:00\", \"ends\": \"16:30\","
                                                                    + " \"capacity\": [12], \"reload\": [], \"reloadMinutes\": 20}"))))
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
                body.ends(),
                orNothing(body.capacity()),
                orNothing(body.reload()),
                body.reloadMinutes() == null ? 0 : body.reloadMinutes());
        depots.known("/reload", rep.reload());
        team.keep(rep);
        return rep;
    }

    @Operation(summary = "Lets a rep go; plans that are made stay as they are")
    @DeleteMapping("/v1/reps/{id}")
    ResponseEntity<Void> removeRep(@PathVariable String id) {
        return gone(team::removeRep, "rep", id);
    }

    private static void inOrder(LocalTime begins, LocalTime ends) {
        if (!ends.isAfter(begins)) {
            throw ProblemException.invalid("/ends", "ENDS_BEFORE_BEGIN", begins, ends);
        }
    }

    static ResponseEntity<Void> gone(Predicate<String> remove, String what, String id) {
        if (!remove.test(id)) {
            throw ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, what, id);
        }
        return ResponseEntity.noContent().build();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Set<String> orNone(@Nullable Set<String> texts) {
        return texts == null ? Set.of() : texts;
    }

    static <T> List<T> orNothing(@Nullable List<T> several) {
        return several == null ? List.of() : several;
    }
}
