package org.lotse.api.privacy;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.engine.term.SubjectId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything stored about a person, for the person (Art. 15), and who asked for it. */
@RestController
class PersonalDataController {
    private final WritePersonalData write;
    private final Accesses accesses;

    PersonalDataController(WritePersonalData write, Accesses accesses) {
        this.write = write;
        this.accesses = accesses;
    }

    @Operation(
            summary = "Everything stored about a person (Art. 15 GDPR)",
            description =
                    "Attributes with source and validity, events, consents and what they justified, contacts,"
                            + " predictions with versions, every decision with its reasons and what would have changed it, legal"
                            + " basis and period per purpose. Written while it is read, however long it is. Each call is noted.")
    @GetMapping(path = "/v1/customers/{id}/personal-data", produces = MediaType.APPLICATION_JSON_VALUE)
    void personalData(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean download,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        SubjectId person = person(id);
        if (!write.isKnown(person)) {
            throw ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, person.type(), id);
        }
        accesses.note(person, caller.name());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (download) {
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"personal-data.json\"");
        }
        write.write(person, response.getOutputStream(), locale);
    }

    @Operation(summary = "Who asked for this person's data, and when")
    @GetMapping("/v1/privacy/accesses")
    List<Accesses.Access> accesses(@RequestParam String customerId) {
        return accesses.of(person(customerId));
    }

    private static SubjectId person(String id) {
        try {
            return SubjectId.customer(id);
        } catch (IllegalArgumentException bad) {
            throw ProblemException.invalid("", "BAD_ID", id);
        }
    }
}
