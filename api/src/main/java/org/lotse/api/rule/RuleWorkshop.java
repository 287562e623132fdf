package org.lotse.api.rule;

import java.util.List;
import java.util.Optional;
import org.lotse.engine.rule.RuleSet;
import org.lotse.rules.example.ExampleReport;
import org.lotse.rules.example.RunExamples;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.read.DescribeColumns;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.trial.TryPromises;

/** Checks and compiles bundles; thread-safe. */
interface RuleWorkshop {
    /** What is wrong with a bundle; without an {@code ERROR} it can be compiled. */
    List<Finding> check(RuleBundle bundle);

    /**
     * The promises that the tables of a bundle break, each with a counter-example; the progress is told and may end it.
     *
     * @throws org.lotse.rules.RulesRefused with all findings when it has errors
     */
    List<Finding> prove(RuleBundle bundle, TryPromises.Progress progress);

    /** What may be typed into the tables of a bundle; empty when its vocabulary or its actions cannot be read. */
    Optional<DescribeColumns> columns(RuleBundle bundle);

    /** What comes of the examples in a bundle; the progress is told and may end it. */
    ExampleReport test(RuleBundle bundle, RunExamples.Progress progress);

    /**
     * The bundle, ready to judge.
     *
     * @throws org.lotse.rules.RulesRefused with all findings when it has errors
     */
    RuleSet compile(RuleBundle bundle);
}
