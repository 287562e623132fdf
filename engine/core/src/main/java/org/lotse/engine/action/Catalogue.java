package org.lotse.engine.action;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All actions, channels and capacities of a rule bundle, in the order of their files.
 *
 * @param actions by key
 * @param channels by key
 * @param capacities what is scarce; a key has one amount per day, and may have others on other days
 */
public record Catalogue(Map<ActionKey, Action> actions, Map<ChannelKey, Channel> channels, List<Capacity> capacities) {
    public Catalogue {
        actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
        channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
        capacities = List.copyOf(capacities);
    }

    /** A catalogue in which nothing is scarce. */
    public Catalogue(Map<ActionKey, Action> actions, Map<ChannelKey, Channel> channels) {
        this(actions, channels, List.of());
    }

    public Optional<Action> action(ActionKey key) {
        return Optional.ofNullable(actions.get(key));
    }

    public Optional<Channel> channel(ChannelKey key) {
        return Optional.ofNullable(channels.get(key));
    }

    /** How much there is of a capacity on a day; empty when nothing limits it then. */
    public Optional<Capacity> capacity(String key, LocalDate day) {
        return capacities.stream()
                .filter(capacity -> capacity.key().equals(key) && capacity.isValidOn(day))
                .findFirst();
    }
}
