package org.lotse.engine.contact;

import java.time.Instant;
import java.util.Optional;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.term.Purpose;

/**
 * How a person answered an action: the part of an outcome that pauses look at.
 *
 * @param outcome the outcome's key: {@code REJECTED}
 * @param at when
 * @param action which action, if known
 * @param group the action's group, if known
 * @param channel over which channel, if known
 * @param purpose the action's purpose, if known
 */
public record Response(
        String outcome,
        Instant at,
        Optional<ActionKey> action,
        Optional<String> group,
        Optional<ChannelKey> channel,
        Optional<Purpose> purpose) {}
