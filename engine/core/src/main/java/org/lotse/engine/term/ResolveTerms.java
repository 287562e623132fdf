package org.lotse.engine.term;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lotse.engine.prediction.Predictions;

/**
 * Resolves the terms of a subject as of a moment, in the order of their dependencies: what was delivered, what is
 * aggregated from events, then calculations, predictions and percentiles. Rule terms are concluded later, by the rules;
 * one that the request sets is taken as it is. Thread-safe.
 */
public final class ResolveTerms {
    private final Vocabulary vocabulary;
    private final Aggregates aggregates;

    /**
     * @param vocabulary what can be resolved
     * @param zone the zone in which calendar windows of aggregates are counted
     */
    public ResolveTerms(Vocabulary vocabulary, ZoneId zone) {
        this.vocabulary = vocabulary;
        this.aggregates = new Aggregates(zone);
    }

    /**
     * What the terms of one subject are resolved from.
     *
     * @param state the subject as stored as of {@code at}
     * @param given values of the request: context, and what overrides stored or computed values
     * @param consents per channel key whether marketing contact is allowed now; a channel not asked about is absent
     * @param at the moment
     * @param predictions the serving models
     * @param statistics the population snapshot
     */
    public record Sources(
            SubjectState state,
            Map<TermKey, Value> given,
            Map<String, Boolean> consents,
            Instant at,
            Predictions predictions,
            Statistics statistics) {
        public Sources {
            given = Map.copyOf(given);
            consents = Map.copyOf(consents);
        }
    }

    /** The readings of every term of the subject's type, except rule terms the request does not set. */
    public Terms resolve(Sources sources) {
        Run run = new Run(sources);
        vocabulary.terms(sources.state().id().type()).values().stream()
                .filter(term -> !isDerived(term))
                .forEach(run::resolve);
        vocabulary.terms(sources.state().id().type()).values().forEach(run::resolve);
        return new Terms(run.readings);
    }

    /** The same readings, as a subject linked under {@code scope} is read: {@code holder.churn}. */
    public static Terms scoped(String scope, Terms terms) {
        SortedMap<TermPath, Reading> scoped = new TreeMap<>();
        terms.readings().forEach((path, reading) -> {
            if (path.scope().isEmpty()) {
                scoped.put(new TermPath(Optional.of(scope), path.key()), reading);
            }
        });
        return new Terms(scoped);
    }

    private static boolean isDerived(Term term) {
        return switch (term.source()) {
            case Source.Prediction ignored -> true;
            case Source.Percentile ignored -> true;
            case Source.Calculated ignored -> true;
            case Source.Attribute ignored -> false;
            case Source.Aggregate ignored -> false;
            case Source.Consent ignored -> false;
            case Source.Rules ignored -> false;
            case Source.Context ignored -> false;
        };
    }

    /** One resolution; remembers what it has resolved and what it is in the middle of. */
    private final class Run {
        private final Sources sources;
        private final SubjectType type;
        private final SortedMap<TermPath, Reading> readings = new TreeMap<>();
        private final Set<TermKey> open = new HashSet<>();

        Run(Sources sources) {
            this.sources = sources;
            this.type = sources.state().id().type();
        }

        void resolve(Term term) {
            TermPath path = TermPath.of(term.key());
            if (readings.containsKey(path) || !open.add(term.key())) {
                return;
            }
            Value given = sources.given().get(term.key());
            if (given != null) {
                readings.put(path, new Reading.Known(given));
            } else if (!(term.source() instanceof Source.Rules)) {
                readings.put(path, standInFor(term, read(term)));
            }
            open.remove(term.key());
        }

        private Reading read(Term term) {
            return switch (term.source()) {
                case Source.Attribute ignored ->
                    known(Optional.ofNullable(sources.state().attributes().get(term.key())), Reading.Why.NOT_DELIVERED);
                case Source.Context ignored -> new Reading.Absent(Reading.Why.NOT_DELIVERED);
                case Source.Rules ignored -> new Reading.Absent(Reading.Why.NO_ROW);
                case Source.Aggregate aggregate ->
                    known(
                            aggregates
                                    .compute(aggregate, sources.state().events(), sources.at())
                                    .flatMap(value -> asDeclared(term, value)),
                            Reading.Why.NO_EVENT);
                case Source.Consent(String channel) ->
                    known(
                            Optional.ofNullable(sources.consents().get(channel)).map(Value::of),
                            Reading.Why.NOT_DELIVERED);
                case Source.Prediction(String model) ->
                    sources.predictions()
                            .predict(model, type, readableFor(term))
                            .<Reading>map(prediction -> new Reading.Known(Value.of(prediction.value())))
                            .orElseGet(() -> new Reading.Absent(Reading.Why.NO_MODEL));
                case Source.Percentile(TermKey of) -> percentile(of);
                case Source.Calculated(var calculation) ->
                    number(calculation.evaluate(this::numberOf), Reading.Why.INPUT_ABSENT);
            };
        }

        /** A prediction that marketing may read must not be made of what marketing may not. */
        private Terms readableFor(Term term) {
            Purpose purpose = term.servesPurpose(Purpose.MARKETING) ? Purpose.MARKETING : Purpose.SERVICE;
            return new Terms(readings).readableFor(purpose, type, vocabulary);
        }

        private Reading percentile(TermKey of) {
            OptionalDouble value = numberOf(TermPath.of(of));
            return value.isEmpty()
                    ? new Reading.Absent(Reading.Why.INPUT_ABSENT)
                    : number(sources.statistics().percentile(type, of, value.getAsDouble()), Reading.Why.NO_STATISTICS);
        }

        private OptionalDouble numberOf(TermPath path) {
            if (path.scope().isEmpty()) {
                vocabulary.term(type, path.key()).ifPresent(this::resolve);
            }
            return readings.getOrDefault(path, new Reading.Absent(Reading.Why.NOT_DELIVERED))
                                    .value()
                                    .orElse(null)
                            instanceof Value.Num(double number)
                    ? OptionalDouble.of(number)
                    : OptionalDouble.empty();
        }

        private Reading standInFor(Term term, Reading reading) {
            if (!(reading instanceof Reading.Absent)) {
                return reading;
            }
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
        private static Optional<Value> asDeclared(Term term, Value value) {
            if (term.type() != TermType.CHOICE || !(value instanceof Value.Text(String text))) {
                return Optional.of(value);
            }
            return term.values().keySet().stream()
                    .filter(text.strip()::equalsIgnoreCase)
                    .findFirst()
                    .map(Value::choice);
        }

        private static Reading known(Optional<Value> value, Reading.Why otherwise) {
            return value.<Reading>map(Reading.Known::new).orElseGet(() -> new Reading.Absent(otherwise));
        }

        private static Reading number(OptionalDouble number, Reading.Why otherwise) {
            return number.isPresent()
                    ? new Reading.Known(Value.of(number.getAsDouble()))
                    : new Reading.Absent(otherwise);
        }
    }
}
