package org.lotse.api.population;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.lotse.api.model.JdbcServedModels;
import org.lotse.api.subjects.JdbcSubjects;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.ResolveTerms;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * Computes the statistics of the whole population as of now. First the terms nothing stands in for, which gives medians
 * and most frequent values; then, with these standing in, predictions and calculations. Subjects that have left do not
 * count. Very large populations are sampled.
 */
@Component
class ComputePopulation {
    /** Above this many subjects of a type a seeded sample of so many stands for all; a percentile is then off by some 0.2. */
    static final int MOST = 50_000;

    private static final int CHUNK = 500;
    private static final String LEFT = "CHURNED";

    private final RuleSets rules;
    private final JdbcServedModels models;
    private final JdbcSubjects subjects;
    private final Clock clock;

    ComputePopulation(RuleSets rules, JdbcServedModels models, JdbcSubjects subjects, Clock clock) {
        this.rules = rules;
        this.models = models;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** The snapshot as of now, under the rules in force and the models serving now. */
    Snapshot compute() {
        RuleSet active = rules.active();
        Map<SubjectType, Snapshot.Population> populations = new HashMap<>();
        active.vocabulary().subjects().keySet().forEach(type -> {
            Snapshot.Population population = population(type, active);
            if (population.subjects() > 0) {
                populations.put(type, population);
            }
        });
        return SnapshotForm.snapshot(populations);
    }

    private Snapshot.Population population(SubjectType type, RuleSet active) {
        Vocabulary vocabulary = active.vocabulary();
        ResolveTerms resolve = new ResolveTerms(vocabulary, active.settings().zone());
        Instant now = clock.instant();
        Tally tally = new Tally(vocabulary.terms(type).values());
        List<Resolved> read = read(type, resolve, now);
        Snapshot.Population plain = tally.of(read.stream().map(Resolved::terms).toList());
        Statistics standIns = new Snapshot("", Map.of(type, plain));
        Predictions predictions = models.models();
        return tally.of(read.parallelStream()
                .map(one -> resolve.resolve(new ResolveTerms.Sources(
                        SubjectState.unknown(one.id()), known(one.terms()), Map.of(), now, predictions, standIns)))
                .toList());
    }

    private record Resolved(SubjectId id, Terms terms) {}

    /** Reads and resolves some hundred at a time, so that only values stay in memory and no stories. */
    private List<Resolved> read(SubjectType type, ResolveTerms resolve, Instant now) {
        List<Resolved> kept = new ArrayList<>();
        List<SubjectState> waiting = new ArrayList<>(CHUNK);
        SplittableRandom random = new SplittableRandom(type.value().hashCode());
        long all = subjects.count(type);
        subjects.forEach(type, now, state -> {
            if (!hasLeft(state) && (all <= MOST || random.nextLong(all) < MOST)) {
                waiting.add(state);
            }
            if (waiting.size() == CHUNK) {
                resolve(waiting, resolve, now, kept);
            }
        });
        resolve(waiting, resolve, now, kept);
        return kept;
    }

    private static void resolve(List<SubjectState> waiting, ResolveTerms resolve, Instant now, List<Resolved> kept) {
        kept.addAll(waiting.parallelStream()
                .map(state -> new Resolved(
                        state.id(),
                        resolve.resolve(new ResolveTerms.Sources(
                                state, Map.of(), Map.of(), now, Predictions.NONE, Statistics.NONE))))
                .toList());
        waiting.clear();
    }

    /** What has a value of its own; calculations that lacked an input are tried anew with what stands in. */
    private static Map<TermKey, Value> known(Terms terms) {
        Map<TermKey, Value> known = new HashMap<>();
        terms.forEach((path, reading) -> {
            if (reading instanceof Reading.Known(Value value) && path.scope().isEmpty()) {
                known.put(path.key(), value);
            }
        });
        return known;
    }

    /** The last thing that happened is that the subject left. */
    private static boolean hasLeft(SubjectState state) {
        Event last = null;
        for (Event event : state.events()) {
            if (last == null || event.time().isAfter(last.time())) {
                last = event;
            }
        }
        return last != null && last.type().equals(LEFT);
    }
}
