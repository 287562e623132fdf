package org.lotse.engine.rule;

import java.time.Instant;
import java.util.Optional;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Terms;

/**
 * A choice about to be made: what the promises of a bundle are asked about.
 *
 * @param subject the type of the subject
 * @param terms everything read and concluded about it
 * @param action the action about to be chosen; empty where only terms are answered
 * @param channel the channel about to be used, if one is
 * @param direction who turned to whom
 * @param permissions what the person has allowed and objected to
 * @param at the moment of decision
 */
public record Choice(
        SubjectType subject,
        Terms terms,
        Optional<Action> action,
        Optional<Channel> channel,
        Direction direction,
        Permissions permissions,
        Instant at) {
    /** The same situation with this action over this channel chosen. */
    public Choice of(Action chosen, Channel over) {
        return new Choice(subject, terms, Optional.of(chosen), Optional.of(over), direction, permissions, at);
    }
}
