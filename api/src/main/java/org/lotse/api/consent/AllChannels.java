package org.lotse.api.consent;

import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.engine.action.ChannelKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The channels there are, if somebody knows them. */
@Component
class AllChannels {
    private final ObjectProvider<KnownChannels> known;

    AllChannels(ObjectProvider<KnownChannels> known) {
        this.known = known;
    }

    Set<ChannelKey> all() {
        KnownChannels channels = known.getIfAvailable();
        return channels == null
                ? Set.of()
                : channels.keys().stream().map(ChannelKey::new).collect(Collectors.toSet());
    }
}
