package org.lotse.rules.trial;

import java.util.HashMap;
import java.util.Map;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/**
 * Somebody to try rules on.
 *
 * @param subject who
 * @param known whether it is a known customer, and not a generated case
 * @param values what is read of it; what is not in the map is missing
 * @param permissions what it has objected to
 */
public record TrialCase(SubjectId subject, boolean known, Map<TermKey, Value> values, Permissions permissions) {
    public TrialCase {
        values = Map.copyOf(values);
    }

    /** The same without one value. */
    TrialCase without(TermKey key) {
        Map<TermKey, Value> fewer = new HashMap<>(values);
        fewer.remove(key);
        return new TrialCase(subject, known, fewer, permissions);
    }
}
