package org.lotse.rules.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.read.ReadRules;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;
import org.lotse.rules.sentence.ReadSentences;

/** Reads and checks a bundle. Thread-safe. */
public final class CheckRules {
    private final Optional<Set<String>> models;
    private final Optional<LocalDate> today;

    /** Checks what can be checked from the bundle alone. */
    public CheckRules() {
        this(Optional.empty(), Optional.empty());
    }

    /**
     * @param models the names of the models there are; empty when they are not known and not checked
     * @param today the day rows must not have expired on; empty when that is not checked
     */
    public CheckRules(Optional<Set<String>> models, Optional<LocalDate> today) {
        this.models = models.map(Set::copyOf);
        this.today = today;
    }

    /** Everything found in the bundle, in the order of its files. */
    public List<Finding> check(RuleBundle bundle) {
        return content(bundle).findings();
    }

    /** Everything found, weighted by the known subjects it concerns. */
    public List<Finding> weighed(RuleBundle bundle, KnownSubjects known, Instant at) {
        Concerns concerns = new Concerns();
        RuleContent content = content(bundle, concerns);
        return new WeighFindings(content, concerns, known, at).weighed();
    }

    /** What the bundle says, together with everything found. */
    public RuleContent content(RuleBundle bundle) {
        return content(bundle, new Concerns());
    }

    private RuleContent content(RuleBundle bundle, Concerns concerns) {
        RuleContent read = new ReadRules(new ReadSentences()).read(bundle);
        Findings findings = new Findings();
        findings.addAll(read.findings());
        new VocabularyCheck(read, models).check(findings);
        new ReferenceCheck(read).check(findings);
        new WriterCheck(read).check(findings);
        new PurposeCheck(read).check(findings);
        new ActionCheck(read, models).check(findings);
        new ReplyCheck(read).check(findings);
        read.files().forEach(file -> {
            new TableCheck(read, file, today).check(findings, concerns);
            new ContradictionCheck(read, file).check(findings, concerns);
        });
        return read.with(findings.all());
    }
}
