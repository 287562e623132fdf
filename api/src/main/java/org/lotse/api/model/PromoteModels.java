package org.lotse.api.model;

import java.time.Clock;
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
     * @return false when there is no such version
     */
    public boolean promote(String name, String version, String by) {
        boolean known = versions.promote(name, version, by, clock.instant());
        served.refresh();
        return known;
    }

    /** Whether a version of the model answers already. */
    public boolean hasChampion(String name) {
        return versions.champions().containsKey(name);
    }
}
