package org.lotse.models.serving;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.lotse.engine.prediction.Contributions;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Terms;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.Task;
import org.lotse.models.refill.RefillModel;
import org.lotse.models.refill.Refills;
import org.lotse.models.registry.TrainedModel;

/**
 * The models that are serving now, one version of each. Immutable: a promotion makes a new instance. Safe for many
 * threads; answers from memory.
 *
 * <p>Two names have a meaning: an uplift model called {@code <model>-uplift} fills the uplift of the pairs of that model,
 * and {@code reachability} answers {@link #reached}.
 */
public final class ServedModels implements Predictions {
    /** The model asked by {@link #reached}. */
    public static final String REACHABILITY = "reachability";

    private static final String UPLIFT = "-uplift";
    private static final ZonedDateTime NEVER = Instant.EPOCH.atZone(ZoneOffset.UTC);

    private final Map<String, Served> served = new HashMap<>();
    /** The model of uplifts beside the model of each name. */
    private final Map<String, Served> uplifts = new HashMap<>();

    /** Those about calls, by name. */
    private final Map<String, ServedReach> reaches = new HashMap<>();

    private final Map<String, String> versions;

    /**
     * @param models at most one version of each name
     */
    public ServedModels(Collection<TrainedModel> models) {
        this(models, new Layers());
    }

    /**
     * @param models at most one version of each name
     * @param layers what outcomes have taught since; they may go on learning
     */
    public ServedModels(Collection<TrainedModel> models, Layers layers) {
        Map<String, String> hashes = new TreeMap<>();
        for (TrainedModel model : models) {
            if (served.put(model.definition().name(), new Served(model, layers)) != null) {
                throw new ModelProblem("The model " + model.definition().name()
                        + " is given in two versions. Maybe promote one of them.");
            }
            hashes.put(model.definition().name(), model.version());
        }
        served.forEach((name, model) -> {
            if (model.model().definition().task() == Task.REACHABILITY
                    || name.equals(REACHABILITY) && model.model().definition().task() == Task.BINARY) {
                reaches.put(name, new ServedReach(model.model()));
            }
            Served uplift = served.get(name + UPLIFT);
            if (uplift != null && uplift.model().definition().task() == Task.UPLIFT) {
                uplifts.put(name, uplift);
            }
        });
        this.versions = Map.copyOf(hashes);
    }

    @Override
    public Optional<Prediction> predict(String model, SubjectType subject, Terms terms) {
        try {
            return serving(model, subject)
                    .filter(one -> one.model().refill().isEmpty())
                    .map(one -> new Prediction(one.answer(terms), one.name()));
        } catch (ModelProblem silent) {
            return Optional
                    .empty(); // a foreign model that does not answer is as none: what stands in is marked as such
        }
    }

    @Override
    public Optional<Prediction> predict(String model, SubjectState state, ZonedDateTime at, Terms terms) {
        Served one = served.get(model);
        if (one == null || !one.serves(state.id().type())) {
            return Optional.empty();
        }
        ServedReach reach = reaches.get(model);
        if (reach != null) {
            return Optional.of(new Prediction(reach.now(one.coded(terms), state.events(), at), one.name()));
        }
        if (one.model().refill().isPresent()) {
            Instant now = at.toInstant();
            return due(model, state, now).stream()
                    .findFirst()
                    .map(due -> new Prediction(due.in((long) Refills.days(now)), one.name()));
        }
        return predict(model, state.id().type(), terms);
    }

    @Override
    public Optional<PairPrediction> predict(
            String model, SubjectType subject, Terms terms, String action, String channel) {
        Served one = served.get(model);
        if (one == null || !one.serves(subject) || one.model().definition().task() != Task.BINARY) {
            return Optional.empty();
        }
        Served uplift = uplifts.get(model);
        try {
            return Optional.of(new PairPrediction(
                    one.answer(terms, action, channel),
                    uplift == null || !uplift.serves(subject)
                            ? Optional.empty()
                            : uplift.uplift(terms, action, channel),
                    one.name()));
        } catch (ModelProblem silent) {
            return Optional.empty();
        }
    }

    /**
     * Learns what came of a pair of action and channel, from the next request on.
     *
     * @param terms as they were when it was offered
     * @param happened whether what the model predicts has happened
     * @return false when no model of that name is serving such subjects
     */
    public boolean learn(
            String model, SubjectType subject, Terms terms, String action, String channel, boolean happened) {
        Served one = served.get(model);
        if (one == null || !one.serves(subject) || one.model().definition().task() != Task.BINARY) {
            return false;
        }
        one.learn(terms, action, channel, happened);
        return true;
    }

    @Override
    public Optional<PairPrediction> alike(String model, SubjectType subject, Terms terms) {
        Served one = served.get(model);
        return one == null
                        || !one.isSameForAllPairs()
                        || uplifts.containsKey(model)
                        || !one.serves(subject)
                        || one.model().definition().task() != Task.BINARY
                ? Optional.empty()
                : Optional.of(new PairPrediction(one.answer(terms), Optional.empty(), one.name()));
    }

    @Override
    public Map<String, String> versions() {
        return versions;
    }

    /**
     * How probable it is that a call reaches the subject.
     *
     * @param terms the subject's terms as of now
     * @param day the weekday, local to the subject
     * @param hour 0 to 23, local to the subject
     * @return empty when no model called reachability is serving
     */
    public OptionalDouble reached(Terms terms, DayOfWeek day, int hour) {
        Served model = served.get(REACHABILITY);
        ServedReach reach = reaches.get(REACHABILITY);
        return model == null || reach == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        reach.of(model.coded(terms), List.of(), NEVER).at(day, hour));
    }

    /**
     * When a subject is reached by phone, from what holds for its kind and from its own calls so far.
     *
     * @param terms the subject's terms as of now
     * @param state with all that happened
     * @param now nothing later counts; in the subject's zone
     * @return empty when no model called reachability is serving; the answer is for one thread
     */
    public Optional<Reach> reach(Terms terms, SubjectState state, ZonedDateTime now) {
        Served model = served.get(REACHABILITY);
        ServedReach reach = reaches.get(REACHABILITY);
        return model == null || reach == null || !model.serves(state.id().type())
                ? Optional.empty()
                : Optional.of(reach.of(model.coded(terms), state.events(), now));
    }

    /**
     * What a customer needs again, the next due first.
     *
     * @param model the name of a replenishment: {@code replenishment}
     * @param now nothing later counts
     */
    public List<RefillModel.Due> due(String model, SubjectState state, Instant now) {
        Served one = served.get(model);
        if (one == null || !one.serves(state.id().type())) {
            return List.of();
        }
        TrainedModel trained = one.model();
        return trained.refill()
                .map(refill -> refill.due(
                        new Refills(trained.definition()).of(state.id().id(), state.events(), now),
                        (long) Refills.days(now)))
                .orElse(List.of());
    }

    @Override
    public Optional<Contributions> because(String model, SubjectType subject, Terms terms) {
        return serving(model, subject).flatMap(one -> one.because(terms));
    }

    @Override
    public Optional<Contributions> because(
            String model, SubjectType subject, Terms terms, String action, String channel) {
        return serving(model, subject)
                .filter(one -> one.model().definition().task() == Task.BINARY)
                .flatMap(one -> one.because(terms, action, channel));
    }

    private Optional<Served> serving(String model, SubjectType subject) {
        Served one = served.get(model);
        return one != null && one.serves(subject) ? Optional.of(one) : Optional.empty();
    }
}
