package org.lotse.api.simulation;

import java.text.MessageFormat;
import java.util.Optional;
import org.lotse.engine.evaluation.Interval;
import org.lotse.engine.evaluation.PolicyValue;
import org.lotse.engine.term.Language;

/** Says in figures and words what a draft would have achieved, or that nobody can know. */
final class WriteAchieved {
    private final String currency;
    private final Language language;
    private final Titles titles;

    WriteAchieved(String currency, Language language, Titles titles) {
        this.currency = currency;
        this.language = language;
        this.titles = titles;
    }

    SimulationBody.Achieved write(PolicyValue value) {
        return switch (value) {
            case PolicyValue.TooLittle little ->
                new SimulationBody.Achieved(
                        little.decisions(),
                        little.effectiveSample(),
                        little.needed(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        words(
                                "achieved.TOO_LITTLE",
                                little.decisions(),
                                Math.floor(little.effectiveSample()),
                                little.needed()));
            case PolicyValue.Judged judged ->
                new SimulationBody.Achieved(
                        judged.decisions(),
                        judged.effectiveSample(),
                        PolicyValue.NEEDED,
                        Optional.of(estimate(judged.running())),
                        Optional.of(estimate(judged.proposed())),
                        Optional.of(estimate(judged.gain())),
                        Optional.of(estimate(judged.selfNormalised())),
                        words(
                                "achieved." + verdict(judged.gain()),
                                judged.decisions(),
                                judged.running().estimate(),
                                judged.proposed().estimate(),
                                judged.gain().low(),
                                judged.gain().high(),
                                currency));
        };
    }

    private static String verdict(Interval gain) {
        return gain.holds(0) ? "NO_EVIDENCE" : gain.estimate() > 0 ? "BETTER" : "WORSE";
    }

    private static Estimate estimate(Interval interval) {
        return new Estimate(interval.estimate(), interval.low(), interval.high());
    }

    private String words(String key, Object... arguments) {
        return new MessageFormat(titles.word(key), language.locale()).format(arguments);
    }
}
