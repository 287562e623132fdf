package org.lotse.rules.read;

import java.util.List;
import java.util.Optional;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.model.Promise;
import org.lotse.rules.model.RuleFile;

/**
 * Everything a bundle says, as far as it was understood.
 *
 * @param version the bundle's content hash
 * @param vocabulary empty of subjects when it could not be read
 * @param settings empty when they could not be read
 * @param files the tables and sentences in the order of their paths
 * @param findings what was found while reading
 */
public record RuleContent(
        String version,
        Vocabulary vocabulary,
        Catalogue catalogue,
        ContactPolicy contactPolicy,
        Optional<Settings> settings,
        List<RuleFile> files,
        List<Promise> promises,
        List<Finding> findings) {
    public RuleContent {
        files = List.copyOf(files);
        promises = List.copyOf(promises);
        findings = List.copyOf(findings);
    }

    /** Whether anything was found that makes the bundle unusable. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
