package org.lotse.models.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.term.ResolveTerms;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;
import org.lotse.models.TrainingData;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.Task;
import org.lotse.models.definition.Treatment;
import org.lotse.models.reach.CallColumns;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.LeftOut;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Progress;

/**
 * Builds a training table from stored history: each row is a subject as it was known at a moment, resolved exactly as
 * decisions resolve it, and what followed. Nothing later than the moment enters a signal.
 */
public final class Observe {
    private static final int THREADS = 2;
    private static final int CHUNK = 500;
    private static final double MILLIS = 86_400_000;

    private final Vocabulary vocabulary;
    private final ZoneId zone;

    /**
     * @param vocabulary the terms
     * @param zone in which calendar windows and hours are counted
     */
    public Observe(Vocabulary vocabulary, ZoneId zone) {
        this.vocabulary = vocabulary;
        this.zone = zone;
    }

    /**
     * The observations a definition asks for; a seeded sample where there are more than it wants.
     *
     * @throws ModelProblem when the definition does not fit the vocabulary or nothing can be observed
     */
    public TrainingData observe(ModelDefinition definition, History history, Progress progress) {
        SubjectType subject = definition
                .subject()
                .orElseThrow(() -> new ModelProblem("The definition of " + definition.name()
                        + " names no subject, so it learns from a table. Maybe add subject: customer."));
        if (definition.task() == Task.REPLENISHMENT) {
            return ObservePurchases.observe(definition, history, subject);
        }
        TermSignals signals = TermSignals.of(definition, vocabulary, subject);
        progress.step("read the history", 0);
        List<Moment> moments = definition.task() == Task.REACHABILITY
                ? wholeStories(definition, history, subject)
                : sample(definition, history, subject);
        if (moments.isEmpty()) {
            throw new ModelProblem(
                    "The history holds nothing " + definition.name() + " could observe up to " + history.until()
                            + ". Maybe its events are not imported yet, or the horizon is longer than the history.");
        }
        Builder builder = new Builder(signals, moments, definition);
        resolve(moments, subject, signals, builder, progress);
        return builder.data("the history up to " + history.until());
    }

    /**
     * Subjects of today as the model would read them, one row each; a seeded sample where there are more. What is known of a
     * contact or a call only is missing.
     *
     * @param most at most so many
     */
    public Table survey(ModelDefinition definition, History history, int most) {
        SubjectType subject = definition.subject().orElseThrow();
        TermSignals signals = TermSignals.of(definition, vocabulary, subject);
        SplittableRandom random = new SplittableRandom(definition.seed());
        List<Moment> kept = new ArrayList<>();
        long[] seen = {0};
        history.forEach(subject, story -> {
            if (story.attributes().isEmpty()) {
                return;
            }
            Moment now = new Moment(story, history.until(), Double.NaN, Map.of());
            if (kept.size() < most) {
                kept.add(now);
            } else {
                long place = random.nextLong(seen[0] + 1);
                if (place < most) {
                    kept.set((int) place, now);
                }
            }
            seen[0]++;
        });
        Builder builder = new Builder(signals, kept, definition);
        resolve(kept, subject, signals, builder, (step, share) -> {});
        return builder.data("survey").table();
    }

    private List<Moment> sample(ModelDefinition definition, History history, SubjectType subject) {
        Moments finding = new Moments(definition, zone, history.until());
        SplittableRandom random = new SplittableRandom(definition.seed());
        List<Moment> kept = new ArrayList<>();
        long[] seen = {0};
        history.forEach(
                subject,
                story -> finding.in(story, moment -> {
                    if (kept.size() < definition.sample()) {
                        kept.add(moment);
                    } else {
                        long place = random.nextLong(seen[0] + 1);
                        if (place < kept.size()) {
                            kept.set((int) place, moment);
                        }
                    }
                    seen[0]++;
                }));
        kept.sort(Comparator.comparing(Moment::at)
                .thenComparing(moment -> moment.story().id().id()));
        return kept;
    }

    /** Own calls count only if they are all there: subjects are sampled, not their calls. */
    private List<Moment> wholeStories(ModelDefinition definition, History history, SubjectType subject) {
        Moments finding = new Moments(definition, zone, history.until());
        SplittableRandom random = new SplittableRandom(definition.seed());
        List<List<Moment>> stories = new ArrayList<>();
        int[] size = {0};
        history.forEach(subject, story -> {
            List<Moment> own = new ArrayList<>();
            finding.in(story, own::add);
            if (!own.isEmpty()) {
                stories.add(own);
                size[0] += own.size();
                while (size[0] > definition.sample() && stories.size() > 1) {
                    int place = random.nextInt(stories.size());
                    size[0] -= stories.get(place).size();
                    stories.set(place, stories.getLast());
                    stories.removeLast();
                }
            }
        });
        return stories.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Moment::at)
                        .thenComparing(moment -> moment.story().id().id()))
                .toList();
    }

    private void resolve(
            List<Moment> moments, SubjectType subject, TermSignals signals, Builder builder, Progress progress) {
        ResolveTerms resolving = new ResolveTerms(only(subject, signals), zone);
        try (ForkJoinPool pool = new ForkJoinPool(THREADS)) {
            for (int from = 0; from < moments.size(); from += CHUNK) {
                progress.step("resolve terms as of each observation", (double) from / moments.size());
                int start = from;
                int end = Math.min(moments.size(), from + CHUNK);
                pool.submit(() -> IntStream.range(start, end).parallel().forEach(row -> {
                            Moment moment = moments.get(row);
                            builder.set(row, resolve(resolving, moment.story(), moment.at()));
                        }))
                        .join();
            }
        }
    }

    private static Terms resolve(ResolveTerms resolving, Story story, Instant at) {
        return resolving.resolve(
                new ResolveTerms.Sources(story.at(at), Map.of(), Map.of(), at, Predictions.NONE, Statistics.NONE));
    }

    /** The vocabulary without terms nobody asked for, where none of the wanted ones is computed from others. */
    private Vocabulary only(SubjectType subject, TermSignals signals) {
        boolean plain = signals.terms().values().stream().noneMatch(Observe::isComputed);
        Vocabulary.Subject whole = vocabulary.subjects().get(subject);
        if (!plain || whole == null) {
            return vocabulary;
        }
        return new Vocabulary(
                Map.of(subject, new Vocabulary.Subject(whole.title(), signals.terms())),
                Map.of(),
                Map.of(),
                vocabulary.events(),
                Map.of());
    }

    private static boolean isComputed(Term term) {
        return switch (term.source()) {
            case Source.Calculated ignored -> true;
            case Source.Percentile ignored -> true;
            case Source.Prediction ignored -> true;
            default -> false;
        };
    }

    /** Fills the columns; rows may be set by several threads, each row by one. */
    private static final class Builder {
        private final Map<TermKey, double[]> numbers = new HashMap<>();
        private final Map<TermKey, @Nullable String[]> texts = new HashMap<>();
        private final TermSignals signals;
        private final List<Moment> moments;
        private final List<String> extra;
        private final boolean calls;

        Builder(TermSignals signals, List<Moment> moments, ModelDefinition definition) {
            this.signals = signals;
            this.moments = moments;
            this.calls = definition.task() == Task.REACHABILITY;
            this.extra = new ArrayList<>(signals.extra());
            definition.treatment().map(Treatment::column).ifPresent(extra::add);
            signals.terms().forEach((key, term) -> {
                if (isNumber(term)) {
                    numbers.put(key, new double[moments.size()]);
                } else {
                    texts.put(key, new String[moments.size()]);
                }
            });
        }

        private static boolean isNumber(Term term) {
            return term.type().isNumeric() || term.type() == TermType.DATE;
        }

        void set(int row, Terms terms) {
            numbers.forEach(
                    (key, column) -> column[row] = switch (terms.value(key).orElse(null)) {
                        case Value.Num(double number) -> number;
                        case Value.Date(var day) -> day.toEpochDay();
                        case null, default -> Double.NaN;
                    });
            texts.forEach((key, column) -> put(column, row, terms.value(key).orElse(null)));
        }

        private static void put(@Nullable String[] column, int row, @Nullable Value value) {
            column[row] = value == null ? null : value.toString();
        }

        TrainingData data(String source) {
            List<Column> columns = new ArrayList<>();
            List<LeftOut> leftOut = new ArrayList<>(signals.leftOut());
            int[] groups = groups();
            int subjects = IntStream.of(groups).max().orElse(0) + 1;
            signals.terms().forEach((key, term) -> {
                double[] column = numbers.get(key);
                if (column != null) {
                    columns.add(new Column.Numbers(key.value(), column));
                } else if (term.type() == TermType.TEXT && distinct(key) > subjects / 2) {
                    leftOut.add(new LeftOut(key.value(), LeftOut.Why.IDENTIFIER));
                } else {
                    columns.add(new Column.Texts(key.value(), Objects.requireNonNull(texts.get(key))));
                }
            });
            for (String name : extra) {
                columns.add(new Column.Texts(
                        name,
                        moments.stream().map(moment -> moment.extra().get(name)).toArray(String[]::new)));
            }
            if (calls) {
                columns.add(new Column.Texts(
                        CallColumns.SUBJECT,
                        moments.stream().map(moment -> moment.story().id().id()).toArray(String[]::new)));
                columns.add(new Column.Numbers(
                        CallColumns.MOMENT,
                        moments.stream()
                                .mapToDouble(moment -> moment.at().toEpochMilli() / MILLIS)
                                .toArray()));
            }
            columns.add(new Column.Numbers(
                    "target", moments.stream().mapToDouble(Moment::target).toArray()));
            return new TrainingData(
                    new Table(columns, moments.size()),
                    groups,
                    source,
                    leftOut,
                    moments.stream()
                            .mapToLong(moment -> moment.at().toEpochMilli())
                            .toArray());
        }

        private int[] groups() {
            Map<SubjectId, Integer> numbered = new HashMap<>();
            return moments.stream()
                    .mapToInt(moment -> numbered.computeIfAbsent(moment.story().id(), id -> numbered.size()))
                    .toArray();
        }

        private int distinct(TermKey key) {
            Set<String> values = new HashSet<>();
            for (String value : Objects.requireNonNull(texts.get(key))) {
                if (value != null) {
                    values.add(value);
                }
            }
            return values.size();
        }
    }
}
