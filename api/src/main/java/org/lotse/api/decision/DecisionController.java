package org.lotse.api.decision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import java.util.Locale;
import java.util.Optional;
import org.lotse.api.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decisions: take one, look back at one. */
@RestController
@RequestMapping(path = "/v1/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
class DecisionController {
    private static final String EXAMPLE = """
            {"customerId": "c-45", "channel": "CALL_CENTRE", "direction": "INBOUND", "limit": 3,
             "context": {"reason": "cancel", "mood": "annoyed"}}""";

    private static final String TABLE_EXAMPLE = """
            {"customerId": "c-45"}""";

    private static final String NEXT_BEST_ACTION = "next-best-action";

    private final Deciding deciding;
    private final Records records;

    DecisionController(Deciding deciding, Records records) {
        this.deciding = deciding;
        this.records = records;
    }

    /** Named for itself: a path without a variable is found at once among hundreds. */
    @Operation(
            summary = "Decides the next best action",
            description = "Answers ranked actions, each with its reasons.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "a caller wants to cancel",
                                                            value = EXAMPLE))))
    @PostMapping(path = "/" + NEXT_BEST_ACTION, consumes = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode nextBestAction(@RequestBody JsonNode body, @AuthenticationPrincipal Caller caller, Locale locale) {
        return deciding.decide(NEXT_BEST_ACTION, body, caller, locale);
    }

    @Operation(
            summary = "Decides what the rule files declare",
            description = "Answers ranked candidates, or the terms a table decision concludes, each with its reasons.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "what a service level is due",
                                                            value = TABLE_EXAMPLE))))
    @PostMapping(path = "/{decision}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode decide(
            @PathVariable String decision,
            @RequestBody JsonNode body,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        return deciding.decide(decision, body, caller, locale);
    }

    @GetMapping("/{id}")
    ObjectNode record(@PathVariable String id, Locale locale) {
        return records.whole(id, locale);
    }

    @Operation(
            summary = "Explains a decision",
            description =
                    "The winner's reasons; for every other candidate its stage, the row and cell in the way, the value"
                            + " read and needed, and the smallest change (flip) after which it would have been chosen, tried by"
                            + " deciding again; and what each prediction is made of. Worked out when asked for: asking about one"
                            + " action is faster than asking about all.")
    @GetMapping("/{id}/explanation")
    ObjectNode explanation(
            @PathVariable String id,
            @Parameter(description = "Only this candidate among those not chosen", example = "newsletter") @RequestParam
                    Optional<String> action,
            Locale locale) {
        return records.explain(id, action, locale);
    }

    @PostMapping("/{id}/replay")
    ObjectNode replay(@PathVariable String id) {
        return records.replay(id);
    }
}
