package org.lotse.engine.rule;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.ControlGroup;
import org.lotse.engine.arbitration.Exploration;
import org.lotse.engine.term.Purpose;

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
 * @param upliftMeasured the directions in which control groups have measured uplifts: what an outbound campaign causes says
 *     nothing about a caller who brings up the matter himself
 * @param assumedPropensity the chance 0..1 of acceptance that stands in where no model has been trained yet; answers name
 *     it; empty: such actions are not offered
 * @param fatiguePerContact cost of one more contact per contact of the last 30 days, in the accounting currency: the
 *     risk that permission is withdrawn
 * @param reserve how long an outbound decision reserves its contact
 * @param prices price per unit of each capacity, in the accounting currency, until the planner supplies them
 * @param retention how long data is kept per purpose; a purpose that is not in the map is kept for good
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
        Set<Direction> upliftMeasured,
        Optional<Double> assumedPropensity,
        double fatiguePerContact,
        Duration reserve,
        Map<String, Double> prices,
        Map<Purpose, Retention> retention) {
    public Settings {
        exploration = Map.copyOf(exploration);
        upliftMeasured = Set.copyOf(upliftMeasured);
        prices = Map.copyOf(prices);
        retention = Map.copyOf(retention);
    }

    /** Why data may be used for a purpose, by law; empty when the company has named no basis. */
    public Optional<LegalBasis> legalBasis(Purpose purpose) {
        return Optional.ofNullable(retention.get(purpose)).map(Retention::basis).flatMap(LegalBasis::of);
    }

    /** The budget of decisions whose best action is of this group. */
    public Exploration exploration(String group) {
        return exploration.getOrDefault(group, exploration.getOrDefault("default", Exploration.NONE));
    }
}
