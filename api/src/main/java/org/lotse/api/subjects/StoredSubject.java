package org.lotse.api.subjects;

import java.util.Map;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/**
 * A subject as it is now.
 *
 * @param version counts its deliveries; the ETag
 */
public record StoredSubject(SubjectId id, long version, Map<TermKey, Value> attributes, Map<String, SubjectId> links) {
    public StoredSubject {
        attributes = Map.copyOf(attributes);
        links = Map.copyOf(links);
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
