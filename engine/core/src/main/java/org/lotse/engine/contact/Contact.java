package org.lotse.engine.contact;

import java.time.Instant;
import java.util.Optional;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.term.Purpose;

/**
 * One contact with a person, made or reserved.
 *
 * @param at when it was made, or is to be made
 * @param channel over which channel
 * @param action with which action, if known
 * @param group the action's group, if known
 * @param purpose what it was for
 * @param direction who turned to whom
 */
public record Contact(
        Instant at,
        ChannelKey channel,
        Optional<ActionKey> action,
        Optional<String> group,
        Purpose purpose,
        Direction direction) {}
