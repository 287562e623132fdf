package org.lotse.api.demo;

import java.time.Instant;
import java.util.Map;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/**
 * What the CRM delivered about a customer at one moment.
 *
 * @param validFrom since when it holds
 * @param attributes all of them in a customer's first version, the changed ones in every later one
 */
public record Version(Instant validFrom, Map<TermKey, Value> attributes) {
    public Version {
        attributes = Map.copyOf(attributes);
    }
}
