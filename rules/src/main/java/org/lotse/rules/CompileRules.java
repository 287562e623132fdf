package org.lotse.rules;

import org.lotse.rules.check.CheckRules;
import org.lotse.rules.drools.DroolsRules;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;

/** Makes a rule set of a bundle: read, check, compile. Thread-safe. */
public final class CompileRules {
    private final CheckRules check;

    public CompileRules() {
        this(new CheckRules());
    }

    /** @param check how bundles are checked, for example against the models there are */
    public CompileRules(CheckRules check) {
        this.check = check;
    }

    /**
     * The compiled bundle.
     *
     * @throws RulesRefused with all findings when any of them is an error
     */
    public DroolsRules compile(RuleBundle bundle) {
        RuleContent content = check.content(bundle);
        if (content.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new RulesRefused(content.version(), content.findings());
        }
        return DroolsRules.compile(content);
    }
}
