package org.lotse.engine.decision;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.Terms;

/**
 * Everything a decision read before it chose; together with the rule bundle and the predictions per pair it determines
 * the decision completely.
 *
 * @param decision which decision
 * @param subject about whom
 * @param at the moment
 * @param seed for ties and exploration
 * @param channel the channel asked for, if any
 * @param direction who turned to whom
 * @param limit how many ranked candidates were asked for
 * @param terms every term as read, linked subjects' under their link's name; rule terms only if the request set them
 * @param candidates candidates that are subjects, with their terms under their type's name
 * @param permissions consents and objections
 * @param caps how far each cap of the contact policy was used up
 * @param recentContacts outbound contacts in the 30 days before, for fatigue
 * @param prices price per unit of each scarce capacity
 * @param unavailable parts that could not be read
 */
public record Inputs(
        String decision,
        SubjectId subject,
        Instant at,
        long seed,
        Optional<ChannelKey> channel,
        Direction direction,
        int limit,
        Terms terms,
        Map<SubjectId, Terms> candidates,
        Permissions permissions,
        List<CapUsage> caps,
        int recentContacts,
        Map<String, Double> prices,
        List<Part> unavailable) {
    public Inputs {
        candidates = Collections.unmodifiableMap(new LinkedHashMap<>(candidates));
        caps = List.copyOf(caps);
        prices = Map.copyOf(prices);
        unavailable = List.copyOf(unavailable);
    }

    /** The same with other terms. */
    public Inputs with(Terms otherwise) {
        return new Inputs(
                decision,
                subject,
                at,
                seed,
                channel,
                direction,
                limit,
                otherwise,
                candidates,
                permissions,
                caps,
                recentContacts,
                prices,
                unavailable);
    }

    /** The same with other terms of candidates. */
    public Inputs with(Map<SubjectId, Terms> otherwise) {
        return new Inputs(
                decision,
                subject,
                at,
                seed,
                channel,
                direction,
                limit,
                terms,
                otherwise,
                permissions,
                caps,
                recentContacts,
                prices,
                unavailable);
    }

    /** The same with other permissions. */
    public Inputs with(Permissions otherwise) {
        return new Inputs(
                decision,
                subject,
                at,
                seed,
                channel,
                direction,
                limit,
                terms,
                candidates,
                otherwise,
                caps,
                recentContacts,
                prices,
                unavailable);
    }

    /** The same asked over a channel and in a direction. */
    public Inputs asked(Optional<ChannelKey> otherChannel, Direction otherDirection) {
        return new Inputs(
                decision,
                subject,
                at,
                seed,
                otherChannel,
                otherDirection,
                limit,
                terms,
                candidates,
                permissions,
                caps,
                recentContacts,
                prices,
                unavailable);
    }

    /** The same at a later moment: caps that are free again by then no longer stand in the way. */
    public Inputs later(Instant moment) {
        return new Inputs(
                decision,
                subject,
                moment,
                seed,
                channel,
                direction,
                limit,
                terms,
                candidates,
                permissions,
                caps.stream().map(cap -> cap.at(moment)).toList(),
                recentContacts,
                prices,
                unavailable);
    }

    /** The parts a decision reads from. */
    public enum Part {
        CONTACT_LEDGER
    }
}
