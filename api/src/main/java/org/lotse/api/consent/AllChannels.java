package org.lotse.api.consent;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.action.ChannelKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The channels there are, if somebody knows them. */
@Component
class AllChannels {
    private final ObjectProvider<KnownChannels> provider;
    /** Looked up once: asking the provider each time costs more than the question. */
    private volatile @Nullable KnownChannels known;

    AllChannels(ObjectProvider<KnownChannels> provider) {
        this.provider = provider;
    }

    Set<ChannelKey> all() {
        KnownChannels channels = known;
        if (channels == null) {
            channels = provider.getIfAvailable();
            known = channels;
        }
        return channels == null
                ? Set.of()
                : channels.keys().stream().map(ChannelKey::new).collect(Collectors.toSet());
    }
}
