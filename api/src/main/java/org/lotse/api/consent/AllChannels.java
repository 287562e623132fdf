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
    /** The answer is the very same as long as the rules are. */
    private volatile @Nullable Answered last;

    private record Answered(Set<String> keys, Set<ChannelKey> channels) {}

    AllChannels(ObjectProvider<KnownChannels> provider) {
        this.provider = provider;
    }

    Set<ChannelKey> all() {
        KnownChannels channels = known;
        if (channels == null) {
            channels = provider.getIfAvailable();
            known = channels;
        }
        return channels == null ? Set.of() : all(channels.keys());
    }

    @SuppressWarnings("ReferenceEquality") // Equal answers that are not the same are made anew.
    private Set<ChannelKey> all(Set<String> keys) {
        Answered before = last;
        if (before == null || before.keys() != keys) {
            before = new Answered(keys, keys.stream().map(ChannelKey::new).collect(Collectors.toUnmodifiableSet()));
            last = before;
        }
        return before.channels();
    }
}
