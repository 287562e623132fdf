package org.lotse.engine.decision;

import java.util.List;
import java.util.Set;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ChannelKey;

/**
 * A place to fill: a banner, a paragraph of a letter, what an agent sees.
 *
 * @param name what the caller calls it
 * @param channels the channels it may use; empty: any the direction allows
 * @param limit how many ranked candidates it takes, at least 1
 * @param groups the groups of actions it takes; empty: all
 * @param repeats whether it may show what another place of the same request shows
 */
public record Placement(String name, List<ChannelKey> channels, int limit, Set<String> groups, boolean repeats) {
    public Placement {
        channels = List.copyOf(channels);
        groups = Set.copyOf(groups);
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "The limit " + limit + " leaves no room in the place \"" + name + "\". Maybe ask for 1.");
        }
    }

    /** Whether an action belongs here. */
    boolean takes(Action action) {
        return groups.isEmpty() || groups.contains(action.group());
    }

    /** Whether a channel belongs here. */
    boolean takes(ChannelKey channel) {
        return channels.isEmpty() || channels.contains(channel);
    }
}
