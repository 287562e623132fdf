package org.lotse.api.result;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.evaluation.ReturnOnInvestment;

/**
 * What was put in and what comes out.
 *
 * @param title what people call it; needed where it is kept
 * @param cost in the accounting currency
 */
public record Investment(
        @Nullable String title,
        @NotNull @Positive Double cost,
        @NotEmpty List<@Valid Benefit> benefits) {
    /**
     * One benefit in the accounting currency.
     *
     * @param conservative at least; as realistic where it is not said
     * @param optimistic at best; as realistic where it is not said
     */
    public record Benefit(
            String title,
            @Nullable Double conservative,
            @NotNull Double realistic,
            @Nullable Double optimistic) {}

    /** A sum of benefits and what it returns; 0.73 is 73 %. */
    public record Returned(double benefit, double roi) {}

    /** The three forecasts. */
    public record Forecast(
            double cost, String currency, Returned conservative, Returned realistic, Returned optimistic) {}

    Forecast forecast(String currency) {
        return new Forecast(
                cost,
                currency,
                returned(benefit -> Objects.requireNonNullElse(benefit.conservative(), benefit.realistic())),
                returned(Benefit::realistic),
                returned(benefit -> Objects.requireNonNullElse(benefit.optimistic(), benefit.realistic())));
    }

    private Returned returned(ToDoubleFunction<Benefit> amount) {
        double benefit = benefits.stream().mapToDouble(amount).sum();
        return new Returned(benefit, ReturnOnInvestment.of(cost, benefit));
    }
}
