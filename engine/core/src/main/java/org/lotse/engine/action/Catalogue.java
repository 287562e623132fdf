package org.lotse.engine.action;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All actions and channels of a rule bundle, in the order of their files.
 *
 * @param actions by key
 * @param channels by key
 */
public record Catalogue(Map<ActionKey, Action> actions, Map<ChannelKey, Channel> channels) {
    public Catalogue {
        actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
        channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
    }

    public Optional<Action> action(ActionKey key) {
        return Optional.ofNullable(actions.get(key));
    }

    public Optional<Channel> channel(ChannelKey key) {
        return Optional.ofNullable(channels.get(key));
    }
}
