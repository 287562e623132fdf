package org.lotse.engine.term;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.prediction.Predictions;

/**
 * Resolves the terms of a subject as of a moment, in the order of their dependencies: what was delivered, what is
 * aggregated from events, then calculations, predictions and percentiles. Rule terms are concluded later, by the rules;
 * one that the request sets is taken as it is. Thread-safe; worth keeping, as it works out the order once.
 */
public final class ResolveTerms {
    private final Vocabulary vocabulary;
    private final LocalDays days;
    private final Map<SubjectType, TermPlan> plans = new HashMap<>();

    /**
     * @param vocabulary what can be resolved
     * @param zone the zone in which calendar windows of aggregates are counted
     */
    public ResolveTerms(Vocabulary vocabulary, ZoneId zone) {
        this.vocabulary = vocabulary;
        this.days = new LocalDays(zone);
        vocabulary
                .subjects()
                .forEach((type, subject) ->
                        plans.put(type, new TermPlan(subject.terms().values())));
    }

    /**
     * What the terms of one subject are resolved from.
     *
     * @param state the subject as stored as of {@code at}
     * @param given values of the request: context, and what overrides stored or computed values
     * @param consents per channel whether marketing contact is allowed now; a channel not asked about is absent
     * @param at the moment
     * @param predictions the serving models
     * @param statistics the population snapshot
     */
    public record Sources(
            SubjectState state,
            Map<TermKey, Value> given,
            Map<ChannelKey, Boolean> consents,
            Instant at,
            Predictions predictions,
            Statistics statistics) {
        public Sources {
            given = given.isEmpty() ? Map.of() : Map.copyOf(given);
            consents = Map.copyOf(consents);
        }
    }

    /** The readings of every term of the subject's type, except rule terms the request does not set. */
    public Terms resolve(Sources sources) {
        TermPlan plan = plans.get(sources.state().id().type());
        return plan == null ? Terms.NONE : new Run(sources, plan).all();
    }

    /** The same readings, as a subject linked under {@code scope} is read: {@code holder.churn}. */
    public static Terms scoped(String scope, Terms terms) {
        return terms.under(scope);
    }

    /** One resolution; remembers what it has resolved and what it is in the middle of. */
    private final class Run implements org.lotse.engine.calculation.Placed.Numbers {
        private final Sources sources;
        private final SubjectType type;
        private final TermPlan plan;
        private final @Nullable Reading[] readings;
        private final boolean[] open;
        private final @Nullable Instant[] starts;
        private final @Nullable Instant[] ends;
        private @Nullable ZonedDateTime zoned;

        Run(Sources sources, TermPlan plan) {
            this.sources = sources;
            this.type = sources.state().id().type();
            this.plan = plan;
            this.readings = new Reading[plan.layout.size()];
            this.open = new boolean[plan.layout.size()];
            this.starts = new Instant[plan.windows.size()];
            this.ends = new Instant[plan.windows.size()];
        }

        Terms all() {
            for (Map.Entry<TermKey, Value> given : sources.given().entrySet()) {
                int place = plan.layout.find(TermPath.of(given.getKey()));
                if (place >= 0) {
                    readings[place] = new Reading.Known(given.getValue());
                }
            }
            for (TermPlan.Step step : plan.inOrder()) {
                resolve(step);
            }
            return new Terms(plan.layout, readings);
        }

        private void resolve(TermPlan.Step step) {
            int place = step.place();
            if (readings[place] != null || open[place] || step.kind() == TermPlan.Kind.RULES) {
                return;
            }
            open[place] = true;
            Reading reading = read(step);
            readings[place] = reading instanceof Reading.Absent ? standInFor(step.term(), reading) : reading;
            open[place] = false;
        }

        private Reading read(TermPlan.Step step) {
            return switch (step.kind()) {
                case ATTRIBUTE ->
                    known(sources.state().attributes().get(step.term().key()), Absences.NOT_DELIVERED);
                case CONTEXT -> Absences.NOT_DELIVERED;
                case RULES -> Absences.NO_ROW;
                case AGGREGATE -> known(asDeclared(step.term(), aggregated(step)), Absences.NO_EVENT);
                case CONSENT -> consent(step.channel());
                case PREDICTION -> predicted(step);
                case PERCENTILE -> percentile(step);
                case CALCULATED -> calculated(step);
            };
        }

        private Reading predicted(TermPlan.Step step) {
            if (!(step.term().source() instanceof Source.Prediction(String model))) {
                return Absences.NO_MODEL;
            }
            var prediction = sources.predictions().predict(model, sources.state(), at(), readableFor(step.term()));
            return prediction.isPresent()
                    ? new Reading.Known(Value.of(prediction.get().value()))
                    : Absences.NO_MODEL;
        }

        private Reading consent(@Nullable ChannelKey channel) {
            Boolean given = channel == null ? null : sources.consents().get(channel);
            return known(given == null ? null : Value.of(given), Absences.NOT_DELIVERED);
        }

        /** A prediction that marketing may read must not be made of what marketing may not. */
        private Terms readableFor(Term term) {
            Purpose purpose = term.servesPurpose(Purpose.MARKETING) ? Purpose.MARKETING : Purpose.SERVICE;
            return new Terms(plan.layout, readings.clone()).readableFor(purpose, type, vocabulary);
        }

        private @Nullable Value aggregated(TermPlan.Step step) {
            if (!(step.term().source() instanceof Source.Aggregate aggregate)) {
                return null;
            }
            int window = step.window();
            Instant end = ends[window];
            Instant start = starts[window];
            if (end == null || start == null) {
                long back = plan.lengths(days, days.at(sources.at()))[window];
                end = back >= 0 ? sources.at() : plan.windows.get(window).end(at());
                start = back == TermPlan.ALWAYS
                        ? Instant.MIN
                        : back >= 0
                                ? sources.at().minusSeconds(back)
                                : plan.windows.get(window).start(at(), end);
                ends[window] = end;
                starts[window] = start;
            }
            return Aggregates.compute(aggregate, Events.of(sources.state().events()), start, end, sources.at());
        }

        /** The moment in the zone windows are counted in. */
        private ZonedDateTime at() {
            ZonedDateTime known = zoned;
            if (known == null) {
                known = sources.at().atZone(days.zone());
                zoned = known;
            }
            return known;
        }

        private Reading calculated(TermPlan.Step step) {
            var calculation = step.calculation();
            double number = calculation == null ? Double.NaN : calculation.evaluate(this);
            return number(number, Absences.INPUT_ABSENT);
        }

        private Reading percentile(TermPlan.Step step) {
            double value = at(step.of());
            if (Double.isNaN(value) || !(step.term().source() instanceof Source.Percentile(TermKey of))) {
                return Absences.INPUT_ABSENT;
            }
            OptionalDouble percentile = sources.statistics().percentile(type, of, value);
            return percentile.isPresent()
                    ? number(percentile.getAsDouble(), Absences.NO_STATISTICS)
                    : Absences.NO_STATISTICS;
        }

        /** The number of a term, which is resolved first if it has not been. */
        @Override
        public double at(int place) {
            if (place < 0) {
                return Double.NaN;
            }
            resolve(plan.at(place));
            return Terms.valueOf(readings[place]) instanceof Value.Num(double number) ? number : Double.NaN;
        }

        private Reading standInFor(Term term, Reading reading) {
            return switch (term.missing()) {
                case Missing.Stays ignored -> reading;
                case Missing.Refuse ignored -> reading;
                case Missing.Fixed(Value value) -> new Reading.Estimated(value);
                case Missing.Median ignored -> {
                    OptionalDouble median = sources.statistics().median(type, term.key());
                    yield median.isPresent() ? new Reading.Estimated(Value.of(median.getAsDouble())) : reading;
                }
                case Missing.Mode ignored ->
                    sources.statistics()
                            .mode(type, term.key())
                            .<Reading>map(Reading.Estimated::new)
                            .orElse(reading);
            };
        }

        /** An event may carry a choice as plain text; a word the term does not know is no value of it. */
        private static @Nullable Value asDeclared(Term term, @Nullable Value value) {
            if (term.type() != TermType.CHOICE || !(value instanceof Value.Text(String text))) {
                return value;
            }
            for (String key : term.values().keySet()) {
                if (text.strip().equalsIgnoreCase(key)) {
                    return Value.choice(key);
                }
            }
            return null;
        }

        private static Reading known(@Nullable Value value, Reading otherwise) {
            return value == null ? otherwise : new Reading.Known(value);
        }

        private static Reading number(double number, Reading otherwise) {
            return Double.isNaN(number) ? otherwise : new Reading.Known(Value.of(number));
        }
    }

    /** Readings without a value are all alike. */
    private static final class Absences {
        static final Reading NOT_DELIVERED = new Reading.Absent(Reading.Why.NOT_DELIVERED);
        static final Reading NO_ROW = new Reading.Absent(Reading.Why.NO_ROW);
        static final Reading NO_EVENT = new Reading.Absent(Reading.Why.NO_EVENT);
        static final Reading NO_MODEL = new Reading.Absent(Reading.Why.NO_MODEL);
        static final Reading INPUT_ABSENT = new Reading.Absent(Reading.Why.INPUT_ABSENT);
        static final Reading NO_STATISTICS = new Reading.Absent(Reading.Why.NO_STATISTICS);
    }
}
