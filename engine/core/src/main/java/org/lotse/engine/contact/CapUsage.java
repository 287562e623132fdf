package org.lotse.engine.contact;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a cap is used up for one person: what decisions read and record.
 *
 * @param cap the cap's id
 * @param count contacts counted in its window; for a pause the outcomes counted
 * @param freeAgainAt when the next contact is allowed again; empty when it is allowed now
 */
public record CapUsage(String cap, int count, Optional<Instant> freeAgainAt) {
    public boolean isExhausted() {
        return freeAgainAt.isPresent();
    }

    /** How it stands at a later moment if nothing more is counted. */
    public CapUsage at(Instant moment) {
        return freeAgainAt.filter(free -> !free.isAfter(moment)).isPresent()
                ? new CapUsage(cap, count, Optional.empty())
                : this;
    }
}
