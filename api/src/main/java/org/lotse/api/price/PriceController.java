package org.lotse.api.price;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Prices of capacities, and what each cap and lever costs. */
@RestController
@RequestMapping(path = "/v1/prices", produces = MediaType.APPLICATION_JSON_VALUE)
class PriceController {
    private final ShowLimits show;
    private final ComputePrices compute;

    PriceController(ShowLimits show, ComputePrices compute) {
        this.show = show;
        this.compute = compute;
    }

    @Operation(
            summary = "What capacities and limits cost",
            description = "Prices of scarce capacities with their origin, and what each limit cost in seven days.")
    @GetMapping
    LimitsView prices(Locale locale) {
        return show.show(locale);
    }

    @Operation(
            summary = "Computes the prices now",
            description = "They are computed every few minutes anyway; this does not wait for it.")
    @PostMapping("/computation")
    LimitsView compute(Locale locale) {
        compute.compute();
        return show.show(locale);
    }
}
