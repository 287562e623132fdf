package org.lotse.models.serving;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.prediction.Contributions;
import org.lotse.engine.term.Terms;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.explanation.Reasons;
import org.lotse.models.registry.Member;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Signal;

/** One serving model with what is looked up at each request worked out before. */
final class Served {
    private final TrainedModel model;
    private final String name;
    private final int action;
    private final int channel;
    private final Map<String, Map<String, String>> pairs = new HashMap<>();

    /** The terms coded last: all pairs of a decision share them. Replaced as a whole, so any thread may read it. */
    private volatile @Nullable Coded last;

    private record Coded(Terms terms, double[] row) {}

    Served(TrainedModel model) {
        this.model = model;
        this.name = model.name();
        this.action = model.signals().indexOf("action");
        this.channel = model.signals().indexOf("channel");
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

    TrainedModel model() {
        return model;
    }

    String name() {
        return name;
    }

    double answer(Terms terms) {
        return model.answer(coded(terms));
    }

    /** The answer of the pair's scorer, else the action's, else the model as a whole. */
    double answer(Terms terms, String actionKey, String channelKey) {
        double[] row = coded(terms, actionKey, channelKey);
        String key = member(actionKey, channelKey);
        Member member = model.members().get(key);
        return key.isEmpty() || member == null ? model.answer(row) : member.answer(row);
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
        Coded coded = last;
        if (coded == null || coded.terms() != terms) {
            coded = new Coded(terms, model.signals().code(terms, Map.of()));
            last = coded;
        }
        return coded.row();
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
