package org.lotse.engine.rule;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.arbitration.ControlGroup;
import org.lotse.engine.arbitration.Exploration;

/**
 * The company's settings, from {@code settings.yaml}.
 *
 * @param company the company's name
 * @param currency the one accounting currency
 * @param zone the company's time zone
 * @param timeBudget how long a decision may take
 * @param fallbackAction the action, of purpose service, that applies when a part is down
 * @param unrecordedService whether service answers may go out while the database is down and nothing can be recorded;
 *     marketing never does
 * @param exploration per action group how much is tried, and how; {@code default} for the rest
 * @param control the stable control group
 * @param assumedIncrementalShare what part 0..1 of acceptances counts as caused by the offer where no control group
 *     has measured it yet; answers name it
 * @param assumedPropensity the chance 0..1 of acceptance that stands in where no model has been trained yet; answers name
 *     it; empty: such actions are not offered
 * @param fatiguePerContact cost of one more contact per contact of the last 30 days, in the accounting currency: the
 *     risk that permission is withdrawn
 * @param reserve how long an outbound decision reserves its contact
 * @param prices price per unit of each capacity, in the accounting currency, until the planner supplies them
 */
public record Settings(
        String company,
        Currency currency,
        ZoneId zone,
        Duration timeBudget,
        ActionKey fallbackAction,
        boolean unrecordedService,
        Map<String, Exploration> exploration,
        ControlGroup control,
        double assumedIncrementalShare,
        Optional<Double> assumedPropensity,
        double fatiguePerContact,
        Duration reserve,
        Map<String, Double> prices) {
    public Settings {
        exploration = Map.copyOf(exploration);
        prices = Map.copyOf(prices);
    }

    /** The budget of decisions whose best action is of this group. */
    public Exploration exploration(String group) {
        return exploration.getOrDefault(group, exploration.getOrDefault("default", Exploration.NONE));
    }
}
