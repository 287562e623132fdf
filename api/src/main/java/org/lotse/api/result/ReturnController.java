package org.lotse.api.result;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.lotse.api.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an investment brings: (benefit - cost) / cost, cautiously, realistically and hopefully. */
@RestController
@RequestMapping(path = "/v1/results", produces = MediaType.APPLICATION_JSON_VALUE)
class ReturnController {
    private final KeepInvestments keep;

    ReturnController(KeepInvestments keep) {
        this.keep = keep;
    }

    @Operation(
            summary = "The return on an investment: (benefit - cost) / cost",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ResultExamples.INVESTMENT_BODY))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ResultExamples.FORECAST))))
    @PostMapping("/roi")
    Investment.Forecast roi(@Valid @RequestBody Investment investment) {
        return keep.forecast(investment);
    }

    @Operation(
            summary = "The investments that are kept, each with its return",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ResultExamples.INVESTMENTS))))
    @GetMapping("/investments")
    List<KeepInvestments.Standing> all() {
        return keep.all();
    }

    @Operation(
            summary = "Keeps an investment, for the page of results",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ResultExamples.INVESTMENT_BODY))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(examples = @ExampleObject(ResultExamples.INVESTMENT))))
    @PutMapping("/investments/{name}")
    KeepInvestments.Standing keep(
            @PathVariable String name,
            @Valid @RequestBody Investment investment,
            @AuthenticationPrincipal Caller caller) {
        return keep.keep(name, investment, caller.name());
    }

    @Operation(summary = "Forgets a kept investment")
    @DeleteMapping("/investments/{name}")
    ResponseEntity<Void> takeAway(@PathVariable String name, @AuthenticationPrincipal Caller caller) {
        keep.takeAway(name, caller.name());
        return ResponseEntity.noContent().build();
    }
}
