package org.lotse.api.model;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes a version of a model the one that answers. */
@Component
public class PromoteModels {
    private final JdbcModelVersions versions;
    private final JdbcServedModels served;
    private final Clock clock;

    PromoteModels(JdbcModelVersions versions, JdbcServedModels served, Clock clock) {
        this.versions = versions;
        this.served = served;
        this.clock = clock;
    }

    /**
     * Promotes a version; an older one, too: that is going back.
     *
     * @param by who decided it
     * @param reason why, in their words; may be empty
     * @return false when there is no such version
     */
    public boolean promote(String name, String version, String by, String reason) {
        boolean known = versions.promote(name, version, by, reason, clock.instant());
        served.refresh();
        return known;
    }

    /**
     * Has a version run beside the champion from the next request on, and be measured against it.
     *
     * @return false when there is no such version, or it is the champion
     */
    public boolean challenge(String name, String version, String by, String reason) {
        boolean known = versions.challenge(name, version, by, reason, clock.instant());
        served.refresh();
        return known;
    }

    /**
     * Goes back at once to the version that answered before.
     *
     * @return its version; empty when there was none
     */
    public Optional<String> goBack(String name, String by, String reason) {
        Optional<String> before = versions.before(name);
        before.ifPresent(version -> promote(name, version, by, reason));
        return before;
    }

    /** When a model was last trained, whether it came to serve or not. */
    public Optional<Instant> lastTrained(String name) {
        return versions.latest(name);
    }

    /** Whether a version of the model answers already. */
    public boolean hasChampion(String name) {
        return versions.champions().containsKey(name);
    }
}
