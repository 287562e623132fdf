package org.lotse.rules.promise;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;

/**
 * What promises look at: a decision about to be taken.
 *
 * @param values the value of each term that rules may read, concluded ones included; empty where it is missing
 * @param action the action about to be chosen, if one is
 * @param channel the channel about to be used, if one is
 * @param direction who turned to whom: consent is needed outbound only
 * @param permissions what the person has objected to
 * @param at the moment of decision
 * @param zone the person's time zone
 */
public record DecisionFacts(
        Function<TermPath, Optional<Value>> values,
        Optional<Action> action,
        Optional<Channel> channel,
        Direction direction,
        Permissions permissions,
        Instant at,
        ZoneId zone) {

    /** The same with this channel about to be used. */
    DecisionFacts over(Channel used) {
        return new DecisionFacts(values, action, Optional.of(used), direction, permissions, at, zone);
    }

    boolean hasObjectedTo(Purpose purpose) {
        return permissions.objectedPurposes().contains(purpose)
                || channel.filter(used -> permissions.objectsTo(purpose, used.key()))
                        .isPresent();
    }

    boolean lacksConsent() {
        return direction == Direction.OUTBOUND
                && channel.flatMap(Channel::consentTerm)
                        .filter(term -> !values.apply(TermPath.of(term)).equals(Optional.of(Value.of(true))))
                        .isPresent();
    }
}
