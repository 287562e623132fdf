package org.lotse.engine.decision;

import java.util.List;
import java.util.Optional;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.term.TermPath;

/**
 * A pair of action and channel, with what is the same about it for everybody.
 *
 * @param number its number among all pairings of the contest; those of one action follow each other
 * @param contender the number of the one whose pairing it is
 * @param place the place of what it is called among all pairs of the contest
 * @param action the action
 * @param channel the channel
 * @param channelNumber the channel's number in the catalogue
 * @param key the channel's key
 * @param pair what it is called in decisions
 * @param economics what the action is worth and costs there
 * @param valueTerms the terms its value is calculated from
 * @param harmlessValue whether nothing its value reads must be kept from marketing
 * @param inboundCaps the caps it falls under when the customer turns to us
 * @param outboundCaps likewise when we turn to the customer
 * @param uses the capacities it uses
 */
record Pairing(
        int number,
        int contender,
        int place,
        Action action,
        Channel channel,
        int channelNumber,
        Optional<ChannelKey> key,
        Decision.Pair pair,
        Action.Economics economics,
        List<TermPath> valueTerms,
        boolean harmlessValue,
        List<Cap> inboundCaps,
        List<Cap> outboundCaps,
        Uses uses) {
    Pairing {
        valueTerms = List.copyOf(valueTerms);
        inboundCaps = List.copyOf(inboundCaps);
        outboundCaps = List.copyOf(outboundCaps);
    }

    /** The caps a contact in this direction falls under. */
    List<Cap> caps(Direction direction) {
        return direction == Direction.INBOUND ? inboundCaps : outboundCaps;
    }
}
