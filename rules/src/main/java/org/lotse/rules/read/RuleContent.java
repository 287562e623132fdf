package org.lotse.rules.read;

import java.util.List;
import java.util.Optional;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.Vocabulary;
import org.lotse.engine.trigger.Trigger;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.model.Promise;
import org.lotse.rules.model.ReplyRule;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.model.SegmentRule;

/**
 * Everything a bundle says, as far as it was understood.
 *
 * @param version the bundle's content hash
 * @param vocabulary empty of subjects when it could not be read
 * @param settings empty when they could not be read
 * @param files the tables and sentences in the order of their paths
 * @param segments who belongs to which segment
 * @param triggers when to decide without being asked
 * @param replies what is said when
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
        List<SegmentRule> segments,
        List<Trigger> triggers,
        List<ReplyRule> replies,
        List<Finding> findings) {
    public RuleContent {
        files = List.copyOf(files);
        promises = List.copyOf(promises);
        segments = List.copyOf(segments);
        triggers = List.copyOf(triggers);
        replies = List.copyOf(replies);
        findings = List.copyOf(findings);
    }

    /** The same with what was found in all. */
    public RuleContent with(List<Finding> all) {
        return new RuleContent(
                version,
                vocabulary,
                catalogue,
                contactPolicy,
                settings,
                files,
                promises,
                segments,
                triggers,
                replies,
                all);
    }

    /** Whether anything was found that makes the bundle unusable. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
