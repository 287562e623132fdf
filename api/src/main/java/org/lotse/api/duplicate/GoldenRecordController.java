package org.lotse.api.duplicate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lotse.api.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one record of a person of whom several are stored, over HTTP. */
@RestController
@RequestMapping(path = "/v1/customers/{id}/person/golden-record", produces = MediaType.APPLICATION_JSON_VALUE)
class GoldenRecordController {
    private final GoldenRecords golden;

    GoldenRecordController(GoldenRecords golden) {
        this.golden = golden;
    }

    /** @param record whose value wins; null: rules decide again */
    record Choice(@Nullable String record) {}

    @Operation(
            summary = "What is true of a person stored more than once: each value that wins, whose it is, and why",
            description =
                    "An address comes from one record, the one known since last (MOVED); names go by majority, then by the"
                            + " longer spelling; a date of birth must be in the calendar; everything else is the latest."
                            + " Nothing is written: after a split each record has what was always its own.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(DuplicateExamples.GOLDEN_RECORD))))
    @GetMapping
    GoldenRecords.View record(@PathVariable String id, Locale locale) {
        return golden.of(id, locale);
    }

    @Operation(
            summary = "Chooses whose value of a term wins; null lets the rules decide again",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("{\"record\": \"c-812\"}"))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(DuplicateExamples.GOLDEN_RECORD))))
    @PutMapping("/{term}")
    GoldenRecords.View choose(
            @PathVariable String id,
            @PathVariable String term,
            @RequestBody Choice choice,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        return golden.choose(id, term, choice.record(), caller, locale);
    }
}
