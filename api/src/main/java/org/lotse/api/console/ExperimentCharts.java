package org.lotse.api.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.lotse.api.result.ExperimentView;
import org.lotse.api.result.KeepExperiments;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.Language;
import org.springframework.stereotype.Component;

/** Lays experiments out: arms in a table, each with its difference drawn on a common scale. */
@Component
class ExperimentCharts {
    private static final double WIDTH = 100;

    private final RuleSets rules;

    ExperimentCharts(RuleSets rules) {
        this.rules = rules;
    }

    /**
     * An experiment as it is shown.
     *
     * @param outcomes the one that decides first
     */
    record Shown(KeepExperiments.Standing standing, List<Outcome> outcomes) {}

    /**
     * The arms by one outcome.
     *
     * @param title what the outcome is called
     * @param decides whether it is the one that decides
     * @param zero where "no difference" is on the scale
     * @param low where the difference from which it matters begins, below zero
     * @param high and above
     */
    record Outcome(String title, boolean decides, double zero, double low, double high, List<Arm> arms) {}

    /**
     * An arm.
     *
     * @param difference in percentage points with its interval; empty for the control arm
     * @param advice key of the advice; empty where the outcome decides nothing
     * @param from begin of the interval on the scale
     * @param to its end
     * @param at its estimate
     */
    record Arm(
            ExperimentView.Arm arm,
            String share,
            String difference,
            String advice,
            double from,
            double to,
            double at) {}

    List<Shown> of(List<KeepExperiments.Standing> all, Locale locale) {
        return all.stream().map(one -> shown(one, locale)).toList();
    }

    private Shown shown(KeepExperiments.Standing standing, Locale locale) {
        List<Outcome> outcomes = new ArrayList<>();
        double matters = standing.experiment().least();
        standing.decides().forEach(view -> outcomes.add(outcome(view, true, matters, locale)));
        standing.beside().forEach(view -> outcomes.add(outcome(view, false, matters, locale)));
        return new Shown(standing, outcomes);
    }

    private Outcome outcome(ExperimentView view, boolean decides, double matters, Locale locale) {
        double reach = view.arms().stream()
                .flatMapToDouble(arm -> ends(arm))
                .map(Math::abs)
                .reduce(2 * matters, Math::max);
        EventType type = rules.active().vocabulary().events().get(view.outcome());
        return new Outcome(
                type == null ? view.outcome() : type.title().in(Language.of(locale)),
                decides,
                WIDTH / 2,
                place(-matters, reach),
                place(matters, reach),
                view.arms().stream()
                        .map(arm -> arm(arm, decides, reach, locale))
                        .toList());
    }

    private static DoubleStream ends(ExperimentView.Arm arm) {
        var difference = arm.difference();
        return difference == null ? DoubleStream.empty() : DoubleStream.of(difference.low(), difference.high());
    }

    private static Arm arm(ExperimentView.Arm arm, boolean decides, double reach, Locale locale) {
        var difference = arm.difference();
        String share = String.format(locale, "%.1f %%", 100 * arm.rate());
        @Nullable Object advice = arm.advice();
        if (difference == null) {
            return new Arm(arm, share, "", decides && advice != null ? String.valueOf(advice) : "", -1, -1, -1);
        }
        return new Arm(
                arm,
                share,
                String.format(
                        locale,
                        "%+.1f (%+.1f … %+.1f)",
                        100 * difference.estimate(),
                        100 * difference.low(),
                        100 * difference.high()),
                decides ? String.valueOf(advice) : "",
                place(difference.low(), reach),
                place(difference.high(), reach),
                place(difference.estimate(), reach));
    }

    private static double place(double difference, double reach) {
        return Math.clamp(WIDTH / 2 * (1 + difference / reach), 0, WIDTH);
    }
}
