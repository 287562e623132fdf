package org.lotse.api.consent;

import java.util.Set;

/** Port: the channels of the active rule version, by key. Without it every well-formed key is taken. */
public interface KnownChannels {
    Set<String> keys();
}
