package org.lotse.api.subjects;

import java.time.Instant;
import java.util.Map;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/**
 * What somebody delivers about a subject.
 *
 * @param subject whom it is about
 * @param attributes the delivered values
 * @param links linked subjects by link name
 * @param validFrom since when they hold
 */
public record Delivery(
        SubjectId subject, Map<TermKey, Value> attributes, Map<String, SubjectId> links, Instant validFrom) {
    public Delivery {
        attributes = Map.copyOf(attributes);
        links = Map.copyOf(links);
    }
}
