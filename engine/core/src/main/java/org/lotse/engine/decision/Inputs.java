package org.lotse.engine.decision;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.Price;
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
 * @param placements the places to fill, in the order in which they are served; empty for a request without places
 * @param terms every term as read, linked subjects' under their link's name; rule terms only if the request set them
 * @param candidates candidates that are subjects, with their terms under their type's name
 * @param permissions consents and objections
 * @param caps how far each cap of the contact policy was used up
 * @param recentContacts outbound contacts in the 30 days before, for fatigue
 * @param prices price per unit of each scarce capacity
 * @param control whether the person belongs to the control group
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
        List<Placement> placements,
        Terms terms,
        Map<SubjectId, Terms> candidates,
        Permissions permissions,
        List<CapUsage> caps,
        int recentContacts,
        Map<String, Price> prices,
        boolean control,
        List<Part> unavailable) {
    public Inputs {
        placements = List.copyOf(placements);
        candidates = candidates.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(candidates));
        caps = List.copyOf(caps);
        prices = Map.copyOf(prices);
        unavailable = List.copyOf(unavailable);
    }

    /** The places to fill; a request that names none has one without a name. */
    public List<Placement> places() {
        return placements.isEmpty()
                ? List.of(new Placement("", channel.map(List::of).orElse(List.of()), limit, Set.of(), false))
                : placements;
    }

    /** The channels asked for; empty: any. */
    public Set<ChannelKey> channels() {
        if (placements.isEmpty()) {
            return channel.map(Set::of).orElse(Set.of());
        }
        return places().stream().anyMatch(place -> place.channels().isEmpty())
                ? Set.of()
                : places().stream().flatMap(place -> place.channels().stream()).collect(Collectors.toSet());
    }

    /** The same with other terms. */
    public Inputs with(Terms otherwise) {
        return new Other(this).terms(otherwise).inputs();
    }

    /** The same with other terms of candidates. */
    public Inputs with(Map<SubjectId, Terms> otherwise) {
        return new Other(this).candidates(otherwise).inputs();
    }

    /** The same with other permissions. */
    public Inputs with(Permissions otherwise) {
        return new Other(this).permissions(otherwise).inputs();
    }

    /** The same asked over a channel and in a direction. */
    public Inputs asked(Optional<ChannelKey> otherChannel, Direction otherDirection) {
        return new Other(this).asked(otherChannel, otherDirection).inputs();
    }

    /** The same at a later moment: caps that are free again by then no longer stand in the way. */
    public Inputs later(Instant moment) {
        return new Other(this)
                .at(moment)
                .caps(caps.stream().map(cap -> cap.at(moment)).toList())
                .inputs();
    }

    /** The same, as read without these parts. */
    Inputs without(List<Part> parts) {
        return new Other(this).unavailable(parts).inputs();
    }

    /** The same, had caps and prices been others. */
    Inputs with(List<CapUsage> otherCaps, Map<String, Price> otherPrices) {
        return new Other(this).caps(otherCaps).prices(otherPrices).inputs();
    }
}
