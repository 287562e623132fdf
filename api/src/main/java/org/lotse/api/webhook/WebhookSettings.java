package org.lotse.api.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code lotse.webhooks.*}.
 *
 * @param endpoints who is told
 * @param firstPause how long the first repetition waits; each further one waits twice as long
 * @param longestPause how long a repetition waits at most
 * @param attempts how often it is tried before a message counts as dead
 * @param timeout how long an endpoint may take to answer
 * @param allowLinkLocal whether endpoints may be at link-local addresses, where machines keep their secrets
 */
@ConfigurationProperties("lotse.webhooks")
record WebhookSettings(
        @DefaultValue List<Endpoint> endpoints,
        @DefaultValue("10s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("12") int attempts,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("false") boolean allowLinkLocal) {

    /**
     * A system that is told.
     *
     * @param name unique
     * @param url http or https
     * @param secret the key messages are signed with, at least 16 characters
     * @param kinds which kinds of messages it wants; none named means all
     */
    record Endpoint(
            String name, URI url, String secret, @Nullable Set<String> kinds) {
        private static final int SHORTEST_SECRET = 16;

        Endpoint {
            if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme()) || url.getHost() == null) {
                throw new IllegalArgumentException("The webhook \"" + name + "\" has the address " + url.getScheme()
                        + "://..., which is neither http nor https. Maybe write https://host/path.");
            }
            if (url.getUserInfo() != null) {
                throw new IllegalArgumentException("The address of the webhook \"" + name
                        + "\" holds a name and a password. Maybe leave them out: messages are signed.");
            }
            if (secret.length() < SHORTEST_SECRET) {
                throw new IllegalArgumentException("The secret of the webhook \"" + name + "\" has " + secret.length()
                        + " characters. Maybe take at least " + SHORTEST_SECRET + ".");
            }
        }

        boolean wants(String kind) {
            return kinds == null || kinds.isEmpty() || kinds.contains(kind);
        }

        /** Without the secret and without what may be secret in the address. */
        @Override
        public String toString() {
            return name + " at " + url.getScheme() + "://" + url.getAuthority();
        }
    }
}
