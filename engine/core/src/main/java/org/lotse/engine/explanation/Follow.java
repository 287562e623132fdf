package org.lotse.engine.explanation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;

/**
 * Lets what is calculated, predicted or ranked follow a change. Only what the unchanged terms reproduce follows: a figure
 * the request had set, or one whose model or statistics are no longer at hand, stays as it was read.
 */
final class Follow {
    private final DecisionRecord record;
    private final SubjectType type;
    private final Predictions predictions;
    private final Statistics statistics;
    private final Map<TermPath, Term> derived = new LinkedHashMap<>();
    private final Map<Decision.Pair, Boolean> reproduced = new HashMap<>();

    Follow(DecisionRecord record, Vocabulary vocabulary, Predictions predictions, Statistics statistics) {
        this.record = record;
        this.type = record.inputs().subject().type();
        this.predictions = predictions;
        this.statistics = statistics;
        Terms read = record.inputs().terms();
        vocabulary.terms(type).values().forEach(term -> {
            TermPath path = TermPath.of(term.key());
            if (isDerived(term) && standing(read.at(path), computed(term, read)).equals(read.at(path))) {
                derived.put(path, term);
            }
        });
    }

    /** Whether a term follows others, so that it cannot be changed itself. */
    boolean follows(TermPath path) {
        return derived.containsKey(path) && derived.get(path).source() instanceof Source.Calculated;
    }

    /** What was read with one reading otherwise, and all that follows from it. */
    Terms changed(Terms before, TermPath path, Reading reading, Set<TermPath> fixed) {
        Terms terms = before.with(Map.of(path, reading));
        Set<TermPath> dirty = new HashSet<>(Set.of(path));
        boolean again = path.scope().isEmpty();
        for (int pass = 0; again && pass <= derived.size(); pass++) {
            Map<TermPath, Reading> updates = new HashMap<>();
            for (Map.Entry<TermPath, Term> entry : derived.entrySet()) {
                if (fixed.contains(entry.getKey()) || !reads(entry.getValue(), dirty)) {
                    continue;
                }
                Reading now = terms.at(entry.getKey());
                Reading then = standing(now, computed(entry.getValue(), terms));
                if (!then.equals(now)) {
                    updates.put(entry.getKey(), then);
                }
            }
            again = !updates.isEmpty();
            dirty = updates.keySet();
            terms = again ? terms.with(updates) : terms;
        }
        return terms;
    }

    /** The prediction of a pair for terms that may differ from those read. */
    Optional<PairPrediction> pair(String model, Decision.Pair pair, Terms terms) {
        Optional<PairPrediction> recorded =
                Optional.ofNullable(record.decision().predictions().get(pair));
        if (terms == record.inputs().terms() && recorded.isPresent()) {
            return recorded;
        }
        boolean sameModel = Objects.equals(
                record.versions().models().get(model), predictions.versions().get(model));
        boolean follows = sameModel
                && reproduced.computeIfAbsent(
                        pair,
                        some -> recorded.isEmpty()
                                || asked(model, pair, record.inputs().terms()).equals(recorded));
        return follows ? asked(model, pair, terms) : recorded;
    }

    private Optional<PairPrediction> asked(String model, Decision.Pair pair, Terms terms) {
        return predictions.predict(
                model, type, terms, pair.action(), pair.channel().value());
    }

    private static boolean isDerived(Term term) {
        return term.source() instanceof Source.Calculated
                || term.source() instanceof Source.Prediction
                || term.source() instanceof Source.Percentile;
    }

    private static boolean reads(Term term, Set<TermPath> changed) {
        return switch (term.source()) {
            case Source.Calculated(var calculation) ->
                calculation.terms().stream().anyMatch(changed::contains);
            case Source.Percentile(var of) -> changed.contains(TermPath.of(of));
            default -> !changed.contains(TermPath.of(term.key()));
        };
    }

    private OptionalDouble computed(Term term, Terms terms) {
        return switch (term.source()) {
            case Source.Calculated(var calculation) -> calculation.evaluate(terms::number);
            case Source.Percentile(var of) -> {
                OptionalDouble number = terms.number(TermPath.of(of));
                yield number.isEmpty() ? number : statistics.percentile(type, of, number.getAsDouble());
            }
            case Source.Prediction(String model) ->
                predictions
                        .predict(model, type, terms)
                        .map(prediction -> OptionalDouble.of(prediction.value()))
                        .orElseGet(OptionalDouble::empty);
            default -> OptionalDouble.empty();
        };
    }

    /** The reading for a figure; without one a stand-in or an absence stays what it is. */
    private static Reading standing(Reading now, OptionalDouble computed) {
        if (computed.isPresent() && Double.isFinite(computed.getAsDouble())) {
            return new Reading.Known(Value.of(computed.getAsDouble()));
        }
        return now instanceof Reading.Known ? new Reading.Absent(Reading.Why.INPUT_ABSENT) : now;
    }
}
