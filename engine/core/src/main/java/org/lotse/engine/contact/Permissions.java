package org.lotse.engine.contact;

import java.util.Map;
import java.util.Set;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.term.Purpose;

/**
 * What a person has allowed and objected to, as the ledgers say now.
 *
 * @param marketing per channel whether marketing was consented to; a channel nobody asked about is not in the map
 * @param objectedPurposes purposes objected to altogether
 * @param objectedChannels channels objected to for any marketing
 */
public record Permissions(
        Map<ChannelKey, Boolean> marketing, Set<Purpose> objectedPurposes, Set<ChannelKey> objectedChannels) {
    public Permissions {
        marketing = Map.copyOf(marketing);
        objectedPurposes = Set.copyOf(objectedPurposes);
        objectedChannels = Set.copyOf(objectedChannels);
    }

    /** Nothing allowed, nothing objected to. */
    public static final Permissions NONE = new Permissions(Map.of(), Set.of(), Set.of());

    /** Whether the person objects to being contacted for this purpose over this channel. */
    public boolean objectsTo(Purpose purpose, ChannelKey channel) {
        return objectedPurposes.contains(purpose) || purpose == Purpose.MARKETING && objectedChannels.contains(channel);
    }
}
