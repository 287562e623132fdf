package org.lotse.models.serving;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.prediction.Contributions;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Terms;
import org.lotse.models.definition.Task;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.explanation.Reasons;
import org.lotse.models.registry.Member;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.scoring.BegunWalk;
import org.lotse.models.scoring.BoostedTrees;
import org.lotse.models.scoring.Foreign;
import org.lotse.models.signal.Signal;

/** One serving model with what is looked up at each request worked out before. */
final class Served {
    private final TrainedModel model;
    private final Layers layers;
    private final String name;
    private final int action;
    private final int channel;
    /** What answers for the model as a whole, where that is one scorer. */
    private final @Nullable Member whole;

    private final Map<String, Map<String, String>> pairs = new HashMap<>();

    private static final int THREADS = 64;

    /**
     * The terms coded last, by thread: all pairs of a decision share them. An entry is replaced as a whole, so that any
     * thread may read it; threads that share one only code more often.
     */
    private final AtomicReferenceArray<@Nullable Coded> last = new AtomicReferenceArray<>(THREADS);

    /** Terms as the model reads them, and what the model as a whole answers where that is the same for all pairs. */
    private static final class Coded {
        private final Terms terms;
        private final double[] row;
        private @Nullable Double whole;
        /** The walk through the model as a whole that all pairs share; null until a pair asks. */
        private volatile @Nullable BegunWalk begun;

        Coded(Terms terms, double[] row) {
            this.terms = terms;
            this.row = row;
        }
    }

    Served(TrainedModel model, Layers layers) {
        this.model = model;
        this.layers = layers;
        this.name = model.name();
        this.action = model.signals().indexOf("action");
        this.channel = model.signals().indexOf("channel");
        this.whole = model.definition().task() == Task.UPLIFT
                ? null
                : model.members().get(Member.WHOLE);
        model.members().values().forEach(member -> {
            if (member.scorer() instanceof Foreign foreign) {
                foreign.prepare();
            }
        });
        model.members().keySet().forEach(key -> {
            int slash = key.indexOf('/');
            if (slash > 0) {
                pairs.computeIfAbsent(key.substring(0, slash), some -> new HashMap<>())
                        .put(key.substring(slash + 1), key);
            } else if (!key.isEmpty() && !key.startsWith("|")) {
                pairs.computeIfAbsent(key, some -> new HashMap<>()).put("", key);
            }
        });
    }

    /** Whether it predicts about subjects of this type. */
    boolean serves(SubjectType subject) {
        Optional<SubjectType> own = model.definition().subject();
        return own.isEmpty() || own.get().equals(subject);
    }

    TrainedModel model() {
        return model;
    }

    String name() {
        return name;
    }

    /** Whether neither signals nor members depend on the pair of action and channel. */
    boolean isSameForAllPairs() {
        return action < 0 && channel < 0 && pairs.isEmpty();
    }

    double answer(Terms terms) {
        return whole(coding(terms));
    }

    private double whole(Coded coded) {
        Double known = coded.whole;
        if (known == null) {
            known = model.answer(coded.row);
            coded.whole = known;
        }
        return known;
    }

    /** The answer for a pair, corrected by the outcomes since the model was trained. */
    double answer(Terms terms, String actionKey, String channelKey) {
        double said = said(terms, actionKey, channelKey);
        return layers.outcomes(name) == 0
                ? said
                : layers.answer(name, actionKey, channelKey, coded(terms, actionKey, channelKey), said);
    }

    /** Learns what came of a pair. */
    void learn(Terms terms, String actionKey, String channelKey, boolean happened) {
        layers.learn(
                model,
                actionKey,
                channelKey,
                coded(terms, actionKey, channelKey),
                said(terms, actionKey, channelKey),
                happened);
    }

    /** The answer of the pair's scorer, else the action's, else the model as a whole. */
    private double said(Terms terms, String actionKey, String channelKey) {
        String key = member(actionKey, channelKey);
        if (key.isEmpty() && action < 0 && channel < 0) {
            return whole(coding(terms));
        }
        double[] row = coded(terms, actionKey, channelKey);
        Member member = model.members().get(key);
        if (!key.isEmpty() && member != null) {
            return member.answer(row);
        }
        BegunWalk begun = begun(coding(terms));
        return begun != null && whole != null ? whole.link().value(begun.margin(row)) : model.answer(row);
    }

    /** The walk of the model as a whole, if it is made of trees and answers by them alone; else null. */
    private @Nullable BegunWalk begun(Coded coded) {
        BegunWalk known = coded.begun;
        if (known == null) {
            known = whole != null && whole.scorer() instanceof BoostedTrees trees
                    ? trees.begin(coded.row, action, channel).orElse(null)
                    : null;
            coded.begun = known;
        }
        return known;
    }

    private String member(String actionKey, String channelKey) {
        Map<String, String> own = pairs.getOrDefault(actionKey, Map.of());
        return own.getOrDefault(channelKey, own.getOrDefault("", Member.WHOLE));
    }

    Optional<Contributions> because(Terms terms) {
        return model.reasons(coded(terms)).map(this::contributions);
    }

    Optional<Contributions> because(Terms terms, String actionKey, String channelKey) {
        return model.reasons(member(actionKey, channelKey), coded(terms, actionKey, channelKey))
                .map(this::contributions);
    }

    private Contributions contributions(Reasons reasons) {
        return new Contributions(
                name,
                reasons.baseMargin(),
                reasons.margin(),
                reasons.base(),
                reasons.answer(),
                reasons.contributions().stream()
                        .map(one -> new Contributions.Part(one.signal(), one.onMargin(), one.share()))
                        .toList());
    }

    /** The uplift of an action, if there is evidence about it. */
    Optional<Double> uplift(Terms terms, String actionKey, String channelKey) {
        boolean knownAction = action < 0
                || model.signals().signals().get(action) instanceof Signal.Category category
                        && category.values().contains(actionKey);
        boolean evidence = model.report().evaluation() instanceof Evaluation.Uplifts uplifts
                && (uplifts.targetingHelps()
                        || uplifts.averageEffect().low() > 0
                        || uplifts.averageEffect().high() < 0);
        return knownAction && evidence
                ? Optional.of(model.effect(coded(terms, actionKey, channelKey)))
                : Optional.empty();
    }

    double[] coded(Terms terms) {
        return coding(terms).row;
    }

    @SuppressWarnings("ReferenceEquality") // Only the very same terms are spared; comparing them would cost more.
    private Coded coding(Terms terms) {
        int place = (int) Thread.currentThread().threadId() & (THREADS - 1);
        Coded coded = last.get(place);
        if (coded == null || coded.terms != terms) {
            Coded fresh = new Coded(terms, model.signals().code(terms, Map.of()));
            if (coded != null && Arrays.equals(coded.row, fresh.row)) {
                fresh.whole = coded.whole;
                fresh.begun = coded.begun;
            }
            last.set(place, fresh);
            return fresh;
        }
        return coded;
    }

    private double[] coded(Terms terms, String actionKey, String channelKey) {
        double[] row = coded(terms);
        if (action < 0 && channel < 0) {
            return row;
        }
        double[] own = row.clone();
        if (action >= 0) {
            own[action] = model.signals().code(action, actionKey);
        }
        if (channel >= 0) {
            own[channel] = model.signals().code(channel, channelKey);
        }
        return own;
    }
}
