package org.lotse.engine.contact;

import java.time.Instant;
import java.util.Optional;
import org.lotse.engine.action.ActionKey;

/**
 * How a person answered an action: the part of an outcome that pauses look at.
 *
 * @param outcome the outcome's key: {@code REJECTED}
 * @param at when
 * @param action which action, if known
 * @param group the action's group, if known
 */
public record Response(String outcome, Instant at, Optional<ActionKey> action, Optional<String> group) {}
