package org.lotse.api.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.serving.Layers;
import org.lotse.models.serving.ServedModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The champions, ready to predict. A promotion on any instance is followed within a second; the models that did not
 * change stay as they are. Thread-safe.
 */
@Component
public class JdbcServedModels {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcServedModels.class);

    private final JdbcModelVersions versions;
    private final ApplicationEventPublisher events;
    private final Layers layers = new Layers();
    private final Layers shadowLayers = new Layers();
    private volatile Serving shadows = new Serving(Map.of(), new ServedModels(List.of()));
    private volatile Serving serving = new Serving(Map.of(), new ServedModels(List.of()));

    JdbcServedModels(JdbcModelVersions versions, ApplicationEventPublisher events) {
        this.versions = versions;
        this.events = events;
    }

    /**
     * Other models answer now, on this instance.
     *
     * @param versions of each by name
     */
    public record ModelsChanged(Map<String, String> versions) {}

    private record Serving(Map<String, TrainedModel> champions, ServedModels models) {
        Map<String, String> versions() {
            return models.versions();
        }
    }

    /** One consistent set of models. */
    public ServedModels models() {
        return serving.models();
    }

    /** The challengers that run beside the champions. */
    public Collection<TrainedModel> challengers() {
        return shadows.champions().values();
    }

    /** What the challengers say; nobody is told but those who measure them. */
    public ServedModels shadows() {
        return shadows.models();
    }

    /** The champion of a name. */
    public Optional<TrainedModel> champion(String name) {
        return Optional.ofNullable(serving.champions().get(name));
    }

    /** All champions. */
    public Collection<TrainedModel> champions() {
        return serving.champions().values();
    }

    /** How many outcomes a champion has learned from since it was trained. */
    public long outcomesSince(TrainedModel champion) {
        return layers.outcomes(champion.name());
    }

    /** How many outcomes a challenger has learned from since it was trained. */
    public long outcomesBeside(TrainedModel challenger) {
        return shadowLayers.outcomes(challenger.name());
    }

    /** The models of these versions, from memory if they are serving, else from the registry; what is gone is left out. */
    public ServedModels models(Map<String, String> versions) {
        Serving now = serving;
        if (now.versions().equals(versions)) {
            return now.models();
        }
        List<TrainedModel> then = new ArrayList<>();
        versions.forEach((name, version) -> {
            TrainedModel known = now.champions().get(name);
            if (known != null && known.version().equals(version)) {
                then.add(known);
            } else {
                this.versions.load(name, version).ifPresent(then::add);
            }
        });
        return new ServedModels(then);
    }

    /** Takes the champions of now; called after a promotion, and regularly for those of other instances. */
    public synchronized void refresh() {
        shadows = taken(shadows, versions.shadows(), shadowLayers);
        Map<String, String> wanted = versions.champions();
        Serving before = serving;
        if (wanted.equals(before.versions())) {
            return;
        }
        serving = taken(before, wanted, layers);
        LOG.info("Models {} are serving", serving.versions());
        events.publishEvent(new ModelsChanged(serving.versions()));
    }

    private Serving taken(Serving before, Map<String, String> wanted, Layers own) {
        if (wanted.equals(before.versions())) {
            return before;
        }
        Map<String, TrainedModel> champions = new HashMap<>();
        wanted.forEach((name, version) -> {
            TrainedModel known = before.champions().get(name);
            if (known != null && known.version().equals(version)) {
                champions.put(name, known);
            } else {
                versions.load(name, version).ifPresent(model -> champions.put(name, model));
            }
        });
        own.retain(champions.values().stream().map(TrainedModel::name).collect(Collectors.toSet()));
        return new Serving(champions, new ServedModels(new ArrayList<>(champions.values()), own));
    }

    @Scheduled(fixedDelay = 1_000)
    void follow() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("The serving models could not be followed; asking again: {}", e.getMessage());
        }
    }
}
