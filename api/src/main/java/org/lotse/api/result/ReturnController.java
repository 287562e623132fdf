package org.lotse.api.result;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.evaluation.ReturnOnInvestment;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What an investment brings: (benefit - cost) / cost, cautiously, realistically and hopefully. */
@RestController
class ReturnController {
    private final RuleSets rules;

    ReturnController(RuleSets rules) {
        this.rules = rules;
    }

    /**
     * What was put in and what comes out.
     *
     * @param cost in the accounting currency
     */
    record Investment(
            @NotNull @Positive Double cost, @NotEmpty List<@Valid Benefit> benefits) {}

    /**
     * One benefit in the accounting currency.
     *
     * @param conservative at least; as realistic where it is not said
     * @param optimistic at best; as realistic where it is not said
     */
    record Benefit(
            String title,
            @Nullable Double conservative,
            @NotNull Double realistic,
            @Nullable Double optimistic) {}

    /** A sum of benefits and what it returns; 0.73 is 73 %. */
    record Returned(double benefit, double roi) {}

    /** The three forecasts. */
    record Forecast(double cost, String currency, Returned conservative, Returned realistic, Returned optimistic) {}

    @Operation(
            summary = "The return on an investment: (benefit - cost) / cost",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                            {"cost": 150000, "benefits": [{"title": "retention", "realistic": 80000},
                             {"title": "upsell", "conservative": 90000, "realistic": 120000, "optimistic": 140000},
                             {"title": "service", "realistic": 60000}]}"""))),
            responses = @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
                            {"cost": 150000, "currency": "EUR", "conservative": {"benefit": 230000, "roi": 0.5333},
                             "realistic": {"benefit": 260000, "roi": 0.7333},
                             "optimistic": {"benefit": 280000, "roi": 0.8667}}"""))))
    @PostMapping(path = "/v1/results/roi", produces = MediaType.APPLICATION_JSON_VALUE)
    Forecast roi(@Valid @RequestBody Investment investment) {
        return new Forecast(
                investment.cost(),
                rules.active().settings().currency().getCurrencyCode(),
                returned(
                        investment, benefit -> Objects.requireNonNullElse(benefit.conservative(), benefit.realistic())),
                returned(investment, Benefit::realistic),
                returned(investment, benefit -> Objects.requireNonNullElse(benefit.optimistic(), benefit.realistic())));
    }

    private static Returned returned(Investment investment, ToDoubleFunction<Benefit> amount) {
        double benefit = investment.benefits().stream().mapToDouble(amount).sum();
        return new Returned(benefit, ReturnOnInvestment.of(investment.cost(), benefit));
    }
}
