package org.lotse.api.result;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.result.KeptResults.Kept;
import org.lotse.api.result.KeptResults.Kind;
import org.lotse.api.result.MeasureKpis.Measured;
import org.lotse.api.result.MeasureKpis.Span;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.evaluation.CompareWithBaseline;
import org.lotse.engine.evaluation.CompareWithBaseline.Change;
import org.lotse.engine.evaluation.Ratio;
import org.springframework.stereotype.Component;

/** What a role sees of what is achieved: at most three figures, each against its baseline. Thread-safe. */
@Component
public class ShowResults {
    private static final int TREND = 12;

    private final ReadCatalogue catalogue;
    private final MeasureKpis measure;
    private final KeptResults kept;
    private final KpiWords words;
    private final RuleSets rules;
    private final Clock clock;

    ShowResults(
            ReadCatalogue catalogue,
            MeasureKpis measure,
            KeptResults kept,
            KpiWords words,
            RuleSets rules,
            Clock clock) {
        this.catalogue = catalogue;
        this.measure = measure;
        this.kept = kept;
        this.words = words;
        this.rules = rules;
        this.clock = clock;
    }

    /** Who may be asked for. */
    public record Role(String key, String title) {}

    /**
     * The page of a role.
     *
     * @param every DAY, WEEK, MONTH, QUARTER or YEAR
     * @param period as it is asked for: {@code 2026-10}
     * @param before the period before, for going back
     * @param after the period after; null when that is not over yet
     */
    public record View(
            String role,
            String title,
            String every,
            String period,
            Instant from,
            Instant until,
            String before,
            @Nullable String after,
            List<KpiView> kpis) {
        public View {
            kpis = List.copyOf(kpis);
        }
    }

    public List<Role> roles(Locale locale) {
        return catalogue.get().roles().entrySet().stream()
                .map(one -> new Role(one.getKey(), one.getValue().title().in(locale)))
                .toList();
    }

    /**
     * The figures of a role.
     *
     * @param period of any length; the last one that is over, of the role's own length, where it is not said
     * @throws ProblemException when the role or the period is none
     */
    public View of(String role, Optional<String> period, Locale locale) {
        Audience audience = catalogue.get().role(role);
        Period asked = period(period, audience.every());
        ZoneId zone = zone();
        Period next = asked.minus(-1);
        return new View(
                role,
                audience.title().in(locale),
                asked.kind().name(),
                asked.toString(),
                asked.from(zone),
                asked.until(zone),
                asked.minus(1).toString(),
                next.from(zone).isBefore(clock.instant()) ? next.toString() : null,
                audience.kpis().stream()
                        .map(key -> view(catalogue.get().kpi(key), asked, locale))
                        .toList());
    }

    /** One figure, whoever sees it: the same number everywhere. */
    public KpiView one(String key, Optional<String> period, Locale locale) {
        return view(catalogue.get().kpi(key), period(period, Period.Kind.MONTH), locale);
    }

    /**
     * Keeps what a figure was as its baseline.
     *
     * @param from begin of the time to measure it in
     * @throws ProblemException when too few people did anything in that time
     */
    public KpiView.BaselineView keepMeasured(String key, Instant from, Instant until, String by) {
        Kpi kpi = catalogue.get().kpi(key);
        if (!from.isBefore(until) || until.isAfter(clock.instant())) {
            throw ProblemException.invalid("/until", "BASELINE_TIME", from, until);
        }
        Ratio ratio = measure.measure(kpi, List.of(new Span(from, until))).getFirst();
        if (ratio.isTooFew()) {
            throw ProblemException.invalid("/from", "BASELINE_TOO_FEW", kpi.key(), ratio.persons(), Ratio.FEWEST);
        }
        Measured now = MeasureKpis.shown(kpi, ratio);
        return keep(key, new Baseline(now.value(), now.low(), now.high(), now.persons(), from, until, "measured"), by);
    }

    /** Keeps a figure known from elsewhere as the baseline. */
    public KpiView.BaselineView keepGiven(String key, double value, String source, String by) {
        catalogue.get().kpi(key);
        return keep(key, new Baseline(value, value, value, 0, null, null, source), by);
    }

    /** All baselines a figure has had, the one in force first. */
    List<KpiView.BaselineView> baselines(String key) {
        return kept.history(Kind.BASELINE, catalogue.get().kpi(key).key(), Baseline.class).stream()
                .map(ShowResults::view)
                .toList();
    }

    private KpiView.BaselineView keep(String key, Baseline baseline, String by) {
        return view(kept.keep(Kind.BASELINE, key, baseline, by));
    }

    private static KpiView.BaselineView view(Kept<Baseline> one) {
        Baseline was = one.body();
        return new KpiView.BaselineView(
                was.value(), was.low(), was.high(), was.from(), was.until(), was.source(), one.by(), one.at());
    }

    private Period period(Optional<String> asked, Period.Kind usual) {
        if (asked.isEmpty()) {
            return usual.of(clock.instant().atZone(zone()).toLocalDate()).minus(1);
        }
        Period period = Period.parse(asked.get())
                .orElseThrow(() -> ProblemException.invalid("/period", "BAD_PERIOD", asked.get()));
        if (!period.from(zone()).isBefore(clock.instant())) {
            throw ProblemException.invalid("/period", "PERIOD_NOT_BEGUN", asked.get());
        }
        return period;
    }

    private ZoneId zone() {
        return rules.active().settings().zone();
    }

    private Span span(Kpi kpi, Period period) {
        Instant until = period.until(zone());
        Integer days = kpi.overDays();
        return new Span(
                days == null || days < period.days() ? period.from(zone()) : until.minus(Duration.ofDays(days)), until);
    }

    private KpiView view(Kpi kpi, Period period, Locale locale) {
        List<Period> periods = new ArrayList<>();
        for (int back = TREND - 1; back >= 0; back--) {
            periods.add(period.minus(back));
        }
        List<Span> spans = periods.stream().map(one -> span(kpi, one)).toList();
        List<Ratio> ratios = measure.measure(kpi, spans);
        List<KpiView.Point> trend = new ArrayList<>();
        for (int at = 0; at < TREND; at++) {
            trend.add(point(kpi, periods.get(at), ratios.get(at)));
        }
        Ratio ratio = ratios.getLast();
        Optional<Measured> now = ratio.isTooFew() ? Optional.empty() : Optional.of(MeasureKpis.shown(kpi, ratio));
        Optional<Kept<Baseline>> baseline = kept.find(Kind.BASELINE, kpi.key(), Baseline.class);
        Optional<Change> change = now.flatMap(value -> baseline.flatMap(was -> CompareWithBaseline.compare(
                value.interval(),
                was.body().interval(),
                kpi.better(),
                kpi.goal().low() / 100)));
        String verdict = now.isEmpty()
                ? "TOO_FEW"
                : change.map(one -> one.verdict().name()).orElse("NO_BASELINE");
        return new KpiView(
                kpi.key(),
                kpi.title().in(locale),
                kpi.unit().name(),
                kpi.better().name(),
                kpi.source().in(locale),
                spans.getLast().from(),
                spans.getLast().until(),
                now.map(Measured::value).orElse(null),
                now.map(Measured::low).orElse(null),
                now.map(Measured::high).orElse(null),
                ratio.persons(),
                baseline.map(ShowResults::view).orElse(null),
                change.map(one -> new KpiView.ChangeView(
                                100 * one.relative().low(),
                                100 * one.relative().estimate(),
                                100 * one.relative().high()))
                        .orElse(null),
                verdict,
                new KpiView.GoalView(
                        kpi.goal().low(),
                        kpi.goal().high(),
                        change.map(Change::goalReached).orElse(false)),
                words.say(kpi, ratio, now, baseline.map(Kept::body), change, locale),
                trend);
    }

    private static KpiView.Point point(Kpi kpi, Period period, Ratio ratio) {
        if (ratio.isTooFew()) {
            return new KpiView.Point(period.toString(), null, null, null, ratio.persons());
        }
        Measured value = MeasureKpis.shown(kpi, ratio);
        return new KpiView.Point(period.toString(), value.value(), value.low(), value.high(), value.persons());
    }
}
