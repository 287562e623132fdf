package org.lotse.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Severity;

/** A bundle with errors was to be compiled. */
public final class RulesRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NAMED = 5;
    private final transient List<Finding> findings;

    public RulesRefused(String version, List<Finding> findings) {
        super("The rules " + version + " have errors: "
                + findings.stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .limit(NAMED)
                        .map(Finding::toString)
                        .collect(Collectors.joining("; "))
                + ". Maybe run ./lotse rules check.");
        this.findings = List.copyOf(findings);
    }

    /** Everything that was found, warnings included. */
    public List<Finding> findings() {
        return findings;
    }
}
