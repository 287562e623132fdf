package org.lotse.api.console;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lotse.api.note.TakeNote;
import org.lotse.api.note.VisitNote;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Notes on the rep's page: written after a visit, read at once, confirmed line by line. */
@Controller
@RequestMapping("/console/route/notes")
class NotesPageController {
    private static final Map<String, VisitNote.State> WAYS =
            Map.of("yes", VisitNote.State.CONFIRMED, "no", VisitNote.State.DISMISSED, "done", VisitNote.State.DONE);

    private final TakeNote take;
    private final ReadNotes notes;

    NotesPageController(TakeNote take, ReadNotes notes) {
        this.take = take;
        this.notes = notes;
    }

    @ModelAttribute
    void open(@AuthenticationPrincipal Caller caller) {
        ConsolePage.ROUTE.open(caller);
    }

    @PostMapping
    String write(
            @RequestParam String visit,
            @RequestParam UUID id,
            @RequestParam String text,
            @RequestParam(required = false) Optional<Instant> at,
            @RequestHeader(name = "HX-Request", required = false) Optional<String> htmx,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        take.take(new TakeNote.Written(id, visit, Optional.empty(), text, at), caller.name());
        return answer(htmx, caller, model, locale);
    }

    @PostMapping("/{note}/{item}/{way}")
    String settle(
            @PathVariable UUID note,
            @PathVariable UUID item,
            @PathVariable String way,
            @RequestHeader(name = "HX-Request", required = false) Optional<String> htmx,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        VisitNote.State to = WAYS.get(way);
        if (to == null || !take.find(note).author().equals(caller.name())) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        take.settle(note, item, to, caller.name());
        return answer(htmx, caller, model, locale);
    }

    private String answer(Optional<String> htmx, Caller caller, Model model, Locale locale) {
        if (htmx.isEmpty()) {
            return "redirect:/console/route";
        }
        notes.show(caller, model, locale);
        return "console/route-notes :: notes";
    }
}
