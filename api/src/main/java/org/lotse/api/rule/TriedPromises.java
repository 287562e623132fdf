package org.lotse.api.rule;

import java.util.List;
import java.util.Optional;
import org.lotse.rules.finding.Finding;

/** What trying promises found, known to all instances; thread-safe. */
interface TriedPromises {
    /** What was found in these files lately; empty when nobody has tried. */
    Optional<List<Finding>> find(String version);

    /** Keeps what was found. */
    void keep(String version, List<Finding> findings);
}
