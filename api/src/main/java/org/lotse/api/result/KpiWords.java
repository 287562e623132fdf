package org.lotse.api.result;

import java.util.Locale;
import java.util.Optional;
import org.lotse.api.result.MeasureKpis.Measured;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.evaluation.CompareWithBaseline.Change;
import org.lotse.engine.evaluation.Ratio;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says figures in words, with their unit. Thread-safe. */
@Component
public class KpiWords {
    private final MessageSource messages;
    private final RuleSets rules;

    KpiWords(MessageSource messages, RuleSets rules) {
        this.messages = messages;
        this.rules = rules;
    }

    /** A value with its unit: {@code 81.2 %}, {@code 3.4 stars}, {@code 6.50 EUR}. */
    public String value(String unit, double value, Locale locale) {
        return messages.getMessage(
                "result.unit." + unit,
                new Object[] {value, rules.active().settings().currency().getCurrencyCode()},
                locale);
    }

    String say(
            Kpi kpi,
            Ratio ratio,
            Optional<Measured> now,
            Optional<Baseline> baseline,
            Optional<Change> change,
            Locale locale) {
        if (now.isEmpty()) {
            return messages.getMessage("result.kpi.TOO_FEW", new Object[] {ratio.persons(), Ratio.FEWEST}, locale);
        }
        String unit = kpi.unit().name();
        Measured value = now.get();
        String shown = messages.getMessage(
                "result.kpi.value",
                new Object[] {
                    value(unit, value.value(), locale),
                    value(unit, value.low(), locale),
                    value(unit, value.high(), locale),
                    value.persons()
                },
                locale);
        if (change.isEmpty() || baseline.isEmpty()) {
            return shown + " " + messages.getMessage("result.kpi.NO_BASELINE", null, locale);
        }
        Change one = change.get();
        return shown + " "
                + messages.getMessage(
                        "result.kpi." + one.verdict(),
                        new Object[] {
                            value(unit, baseline.get().value(), locale),
                            100 * one.relative().estimate(),
                            100 * one.relative().low(),
                            100 * one.relative().high()
                        },
                        locale)
                + " "
                + messages.getMessage(
                        (one.goalReached() ? "result.kpi.goal.reached." : "result.kpi.goal.open.") + kpi.better(),
                        new Object[] {kpi.goal().low(), kpi.goal().high()},
                        locale);
    }
}
