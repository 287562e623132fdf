package org.lotse.engine.decision;

import java.util.Optional;
import org.lotse.engine.rule.RuleSet;

/** Port: the active rule bundle, and every one a decision record names. Thread-safe. */
public interface RuleSets {
    RuleSet active();

    /** A version by content hash; empty when it is no longer kept. */
    Optional<RuleSet> version(String version);
}
