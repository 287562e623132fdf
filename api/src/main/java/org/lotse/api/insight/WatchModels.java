package org.lotse.api.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.api.model.JdbcServedModels;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermPath;
import org.lotse.models.definition.Task;
import org.lotse.models.drift.Calibrated;
import org.lotse.models.drift.CheckCalibration;
import org.lotse.models.drift.CompareCounts;
import org.lotse.models.drift.Observed;
import org.lotse.models.drift.Shift;
import org.lotse.models.drift.Watch;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;
import org.springframework.stereotype.Component;

/**
 * Compares what a serving model sees, says and gets back lately with the four weeks before. Both times are read from the
 * stored decisions, so that the report can be made as of any moment, and the same moment gives the same report. Scores are
 * those today's version gives to the rows of both times: a promotion in between is no drift.
 */
@Component
public class WatchModels {
    private static final Duration EARLIER = Duration.ofDays(28);
    private static final int MOST = 2_000;
    /** Signals of a contact, not of its subject. */
    private static final Set<String> OF_THE_MOMENT = Set.of("action", "channel", "weekday", "hour", "half-day");

    private final JdbcServedModels served;
    private final ReadDecisions decisions;
    private final Outcomes outcomes;
    private final RuleSets rules;
    private final Clock clock;

    WatchModels(JdbcServedModels served, ReadDecisions decisions, Outcomes outcomes, RuleSets rules, Clock clock) {
        this.served = served;
        this.decisions = decisions;
        this.outcomes = outcomes;
        this.rules = rules;
        this.clock = clock;
    }

    private record Named(DriftReport.Kind kind, String name, Observed observed) {}

    /**
     * How a model stands now.
     *
     * @param days how long "lately" is
     * @return empty when no version of that name answers
     */
    public Optional<DriftReport> report(String model, int days, Locale locale) {
        return report(model, clock.instant(), days, locale);
    }

    /** How a model stood at a moment, by the version that answers now. */
    public Optional<DriftReport> report(String model, Instant at, int days, Locale locale) {
        return served.champion(model).map(champion -> report(champion, at, days, locale));
    }

    private DriftReport report(TrainedModel model, Instant at, int days, Locale locale) {
        SubjectType subject = model.definition().subject().orElse(SubjectType.CUSTOMER);
        Instant recentFrom = at.minus(Duration.ofDays(days));
        Instant earlierFrom = recentFrom.minus(EARLIER);
        List<SeenDecision> earlier = decisions.sample(subject, earlierFrom, recentFrom, MOST);
        List<SeenDecision> recent = decisions.sample(subject, recentFrom, at, MOST);
        List<Outcomes.Settled> settledEarlier = outcomes.settled(model.definition(), earlierFrom, recentFrom, MOST);
        List<Outcomes.Settled> settled = outcomes.settled(model.definition(), recentFrom, at, MOST);
        List<Named> watched = new ArrayList<>(inputs(model, earlier, recent));
        watched.add(new Named(
                DriftReport.Kind.SCORE,
                model.definition().name(),
                CompareCounts.compare(scores(model, earlier), scores(model, recent))));
        Optional<Calibrated> calibrated = Optional.empty();
        if (Outcomes.canTell(model.definition())) {
            watched.add(new Named(DriftReport.Kind.OUTCOME, model.definition().name(), rates(settledEarlier, settled)));
        }
        if (Outcomes.canTell(model.definition()) && model.definition().task() == Task.BINARY) {
            calibrated = Optional.of(calibration(settled));
            watched.add(
                    new Named(DriftReport.Kind.CALIBRATION, model.definition().name(), calibrated.get()));
        }
        List<DriftReport.Watched> judged = judged(watched, subject, locale);
        return new DriftReport(
                model.definition().name(),
                model.version(),
                at,
                recentFrom,
                earlierFrom,
                worst(judged),
                judged,
                calibrated);
    }

    private static List<Named> inputs(TrainedModel model, List<SeenDecision> earlier, List<SeenDecision> recent) {
        Signals signals = model.signals();
        List<Named> inputs = new ArrayList<>();
        double[][] before = coded(signals, earlier);
        double[][] now = coded(signals, recent);
        for (int input = 0; input < signals.signals().size(); input++) {
            Signal signal = signals.signals().get(input);
            if (!OF_THE_MOMENT.contains(signal.name())) {
                inputs.add(new Named(
                        DriftReport.Kind.INPUT,
                        signal.name(),
                        CompareCounts.compare(slots(signals, input, before), slots(signals, input, now))));
            }
        }
        return inputs;
    }

    private static double[][] coded(Signals signals, List<SeenDecision> seen) {
        return seen.stream().map(one -> signals.code(one.terms(), Map.of())).toArray(double[][]::new);
    }

    private static long[] slots(Signals signals, int input, double[][] rows) {
        long[] counts = new long[signals.slots(input)];
        for (double[] row : rows) {
            counts[signals.slot(input, row)]++;
        }
        return counts;
    }

    private static double[] scores(TrainedModel model, List<SeenDecision> seen) {
        if (model.text().isPresent() || model.value().isPresent()) {
            return new double[0];
        }
        return seen.stream()
                .mapToDouble(one -> model.answer(model.signals().code(one.terms(), Map.of())))
                .toArray();
    }

    private static Shift rates(List<Outcomes.Settled> earlier, List<Outcomes.Settled> recent) {
        return CompareCounts.compare(counts(earlier), counts(recent));
    }

    private static long[] counts(List<Outcomes.Settled> settled) {
        long with = settled.stream().filter(Outcomes.Settled::happened).count();
        return new long[] {settled.size() - with, with};
    }

    private static Calibrated calibration(List<Outcomes.Settled> settled) {
        double[] predicted =
                settled.stream().mapToDouble(Outcomes.Settled::predicted).toArray();
        boolean[] happened = new boolean[predicted.length];
        for (int row = 0; row < happened.length; row++) {
            happened[row] = settled.get(row).happened();
        }
        return CheckCalibration.check(predicted, happened);
    }

    private List<DriftReport.Watched> judged(List<Named> watched, SubjectType subject, Locale locale) {
        List<Watch.Verdict> verdicts =
                Watch.verdicts(watched.stream().map(Named::observed).toList());
        List<DriftReport.Watched> judged = new ArrayList<>();
        for (int i = 0; i < watched.size(); i++) {
            Named one = watched.get(i);
            String title = title(one, subject, locale);
            judged.add(
                    switch (one.observed()) {
                        case Shift shift ->
                            new DriftReport.Watched(
                                    one.kind(),
                                    one.name(),
                                    title,
                                    shift.before(),
                                    shift.now(),
                                    shift.psi(),
                                    shift.noise(),
                                    shift.p(),
                                    verdicts.get(i));
                        case Calibrated calibrated ->
                            new DriftReport.Watched(
                                    one.kind(),
                                    one.name(),
                                    title,
                                    0,
                                    calibrated.rows(),
                                    calibrated.error(),
                                    0,
                                    calibrated.p(),
                                    verdicts.get(i));
                    });
        }
        judged.sort(Comparator.comparing((DriftReport.Watched one) -> one.verdict() != Watch.Verdict.CHANGED)
                .thenComparing(one -> one.kind() == DriftReport.Kind.INPUT)
                .thenComparingDouble(one -> -one.size()));
        return judged;
    }

    private String title(Named one, SubjectType subject, Locale locale) {
        return one.kind() != DriftReport.Kind.INPUT
                ? one.name()
                : rules.active()
                        .vocabulary()
                        .term(subject, TermPath.parse(one.name()))
                        .map(term -> term.title().in(Language.of(locale)))
                        .orElse(one.name());
    }

    private static Watch.Verdict worst(List<DriftReport.Watched> watched) {
        if (watched.stream().anyMatch(one -> one.verdict() == Watch.Verdict.CHANGED)) {
            return Watch.Verdict.CHANGED;
        }
        return watched.stream().allMatch(one -> one.verdict() == Watch.Verdict.TOO_FEW)
                ? Watch.Verdict.TOO_FEW
                : Watch.Verdict.STEADY;
    }
}
