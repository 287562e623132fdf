package org.lotse.models.serving;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lotse.models.adaptive.Layer;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Signals;

/**
 * What outcomes have taught since a version was trained: one layer per version for all pairs together, and on top of it one
 * per pair of action and channel, so that a new pair starts from what is known of all. Thread-safe; versions nobody serves
 * any more are dropped.
 */
public final class Layers {
    private final Map<String, Of> versions = new ConcurrentHashMap<>();

    private static final class Of {
        private volatile @Nullable Layer whole;
        private final Map<String, Layer> pairs = new ConcurrentHashMap<>();
    }

    /** Keeps only what was learned on these versions: {@code accept@3f9a...}. */
    public void retain(Set<String> names) {
        versions.keySet().retainAll(names);
    }

    /** How many outcomes a version has learned from since it was trained. */
    public long outcomes(String version) {
        Of of = versions.get(version);
        Layer whole = of == null ? null : of.whole;
        return whole == null ? 0 : whole.outcomes();
    }

    /** Learns from an outcome of a pair; outcomes are to be told one after the other. */
    public void learn(TrainedModel model, String action, String channel, double[] row, double said, boolean happened) {
        Of of = versions.computeIfAbsent(model.name(), some -> new Of());
        Signals signals = model.signals();
        Layer before = of.whole;
        Layer whole = before == null ? Layer.on(signals) : before;
        double prior = whole.answer(row, said);
        of.pairs.compute(
                key(action, channel),
                (pair, known) -> (known == null ? Layer.on(signals) : known).with(row, prior, happened));
        of.whole = whole.with(row, said, happened);
    }

    /** What the model said of a pair, corrected. */
    double answer(String version, String action, String channel, double[] row, double said) {
        Of of = versions.get(version);
        Layer whole = of == null ? null : of.whole;
        if (of == null || whole == null) {
            return said;
        }
        double prior = whole.answer(row, said);
        Layer pair = of.pairs.get(key(action, channel));
        return pair == null ? prior : pair.answer(row, prior);
    }

    private static String key(String action, String channel) {
        return action + "/" + channel;
    }
}
