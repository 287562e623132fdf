package org.lotse.api.note;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lotse.api.planning.DayRoutes;
import org.lotse.api.planning.JdbcTeam;
import org.lotse.api.planning.StoredRoutes;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Role;
import org.lotse.api.security.Scope;
import org.lotse.engine.term.Language;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notes over HTTP: write one, confirm what was read out of it, see what is to be done. */
@RestController
class NoteController {
    private final TakeNote take;
    private final NoteWording words;
    private final JdbcTeam team;
    private final DayRoutes routes;
    private final StoredRoutes stored;

    NoteController(TakeNote take, NoteWording words, JdbcTeam team, DayRoutes routes, StoredRoutes stored) {
        this.take = take;
        this.words = words;
        this.team = team;
        this.routes = routes;
        this.stored = stored;
    }

    /**
     * A note to be read.
     *
     * @param id of the writer's own choice, so that a note sent twice counts once
     * @param customerId whom it is about, when the visit is not one of the stored ones
     */
    record NoteBody(
            @Nullable UUID id,
            @Nullable String text,
            @Nullable OffsetDateTime at,
            @Nullable String customerId) {}

    /** A fact or a task in words; {@code due} for tasks only. */
    record ItemAnswer(
            UUID id,
            String kind,
            String about,
            String detail,
            String quote,
            @Nullable LocalDate due,
            VisitNote.State state,
            String text) {}

    /** A note with what was read out of it. */
    record NoteAnswer(
            UUID noteId,
            String visit,
            String customerId,
            Instant at,
            String text,
            List<ItemAnswer> facts,
            List<ItemAnswer> tasks) {}

    /** Something to do. */
    record TaskAnswer(UUID noteId, String visit, String customerId, ItemAnswer task) {}

    @Operation(
            summary = "Reads a note into facts and tasks, which count once somebody confirms them",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"id\": \"0f8fad5b-d9cb-469f-a165-70867728950e\", \"customerId\": \"c-45\", \"at\": \"2026-11-"
                                                                    + "23T16:00:00+01:00\", \"text\": \"Showed the new drills, no need now. Acute interest in cordless"
                                                                    + " tools.\"}"))))
    @PostMapping("/v1/visits/{visit}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    NoteAnswer write(
            @PathVariable String visit,
            @RequestBody NoteBody body,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        String text = body.text();
        if (text == null) {
            throw ProblemException.invalid("/text", "MISSING");
        }
        mayWrite(visit, caller);
        UUID id = body.id() == null ? UUID.randomUUID() : body.id();
        TakeNote.Written written = new TakeNote.Written(
                id,
                visit,
                Optional.ofNullable(body.customerId()),
                text,
                Optional.ofNullable(body.at()).map(OffsetDateTime::toInstant));
        return answer(take.take(written, caller.name()), locale);
    }

    @Operation(summary = "The notes of a visit, latest first")
    @GetMapping("/v1/visits/{visit}/notes")
    List<NoteAnswer> read(@PathVariable String visit, @AuthenticationPrincipal Caller caller, Locale locale) {
        return take.ofVisit(visit).stream()
                .filter(note -> !isRep(caller) || note.author().equals(caller.name()))
                .map(note -> answer(note, locale))
                .toList();
    }

    @Operation(summary = "A fact or task is right: it counts from now on")
    @PostMapping("/v1/visits/{visit}/notes/{note}/items/{item}/confirmation")
    NoteAnswer confirm(
            @PathVariable String visit,
            @PathVariable UUID note,
            @PathVariable UUID item,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        return settle(visit, note, item, VisitNote.State.CONFIRMED, caller, locale);
    }

    @Operation(summary = "A fact or task is wrong: it never counts")
    @PostMapping("/v1/visits/{visit}/notes/{note}/items/{item}/dismissal")
    NoteAnswer dismiss(
            @PathVariable String visit,
            @PathVariable UUID note,
            @PathVariable UUID item,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        return settle(visit, note, item, VisitNote.State.DISMISSED, caller, locale);
    }

    @Operation(summary = "A task is done")
    @PostMapping("/v1/visits/{visit}/notes/{note}/items/{item}/completion")
    NoteAnswer complete(
            @PathVariable String visit,
            @PathVariable UUID note,
            @PathVariable UUID item,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        return settle(visit, note, item, VisitNote.State.DONE, caller, locale);
    }

    /** The caller's own confirmed tasks, first due first. */
    @Operation(summary = "Confirmed tasks that are to be done, first due first")
    @GetMapping("/v1/visits/tasks")
    List<TaskAnswer> tasks(@AuthenticationPrincipal Caller caller, Locale locale) {
        return take.tasks(caller.name()).stream()
                .map(task -> new TaskAnswer(task.noteId(), task.visit(), task.customerId(), item(task.item(), locale)))
                .toList();
    }

    private NoteAnswer settle(String visit, UUID noteId, UUID item, VisitNote.State to, Caller caller, Locale locale) {
        VisitNote note = take.find(noteId);
        boolean own = note.author().equals(caller.name());
        if (!note.visit().equals(visit) || (isRep(caller) && !own)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, Scope.PLANS_WRITE.key());
        }
        return answer(take.settle(noteId, item, to, caller.name()), locale);
    }

    /** A rep writes about visits of the own route, or of nobody's. */
    private void mayWrite(String visit, Caller caller) {
        boolean ofAnother = isRep(caller)
                && team.reps().stream()
                        .filter(rep -> !rep.login().equals(caller.name()))
                        .flatMap(rep -> routes.find(rep, stored.day(), Language.EN).stream())
                        .flatMap(route -> route.stops().stream())
                        .anyMatch(stop -> stop.visit().equals(visit));
        if (ofAnother) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, Scope.PLANS_WRITE.key())
                    .with(FieldProblem.of("", "NEEDS_SCOPE", Scope.PLANS_WRITE.key()));
        }
    }

    private static boolean isRep(Caller caller) {
        return caller.role().filter(Role.REP::equals).isPresent();
    }

    private NoteAnswer answer(VisitNote note, Locale locale) {
        return new NoteAnswer(
                note.noteId(),
                note.visit(),
                note.customerId(),
                note.at(),
                note.text(),
                items(note, false, locale),
                items(note, true, locale));
    }

    private List<ItemAnswer> items(VisitNote note, boolean tasks, Locale locale) {
        return note.items().stream()
                .filter(item -> item.isTask() == tasks)
                .map(item -> item(item, locale))
                .toList();
    }

    private ItemAnswer item(VisitNote.Item item, Locale locale) {
        return new ItemAnswer(
                item.id(),
                item.kind().name(),
                item.about(),
                item.detail(),
                item.quote(),
                item.due(),
                item.state(),
                words.text(item, locale));
    }
}
