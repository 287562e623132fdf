package org.lotse.api.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lotse.engine.rule.RuleSet;
import org.lotse.rules.CompileRules;
import org.lotse.rules.RulesRefused;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.check.KnownSubjects;
import org.lotse.rules.example.ExampleReport;
import org.lotse.rules.example.RunExamples;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.read.DescribeColumns;
import org.lotse.rules.read.ReadRules;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;
import org.lotse.rules.trial.ProvePromises;
import org.lotse.rules.trial.TryPromises;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Checks, tests and compiles with the rules module. */
@Component
final class DroolsWorkshop implements RuleWorkshop {
    private final Supplier<Optional<Set<String>>> models;
    private final Supplier<KnownSubjects> known;
    private final Clock clock;
    private final CheckedBundles checked = new CheckedBundles();

    /** The sample is asked for when it is needed: reading subjects needs rules, and rules need this. */
    @Autowired
    DroolsWorkshop(Supplier<Set<String>> modelNames, ObjectProvider<KnownSubjects> known, Clock clock) {
        this(clock, () -> Optional.of(modelNames.get()), known::getObject);
    }

    /**
     * @param models the names of the models there are, if anybody knows
     * @param known the subjects the company knows
     */
    DroolsWorkshop(Clock clock, Supplier<Optional<Set<String>>> models, Supplier<KnownSubjects> known) {
        this.models = models;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public List<Finding> check(RuleBundle bundle) {
        return checked.of(bundle.version(), today(), () -> checking().weighed(bundle, known.get(), clock.instant()));
    }

    @Override
    public List<Finding> prove(RuleBundle bundle, TryPromises.Progress progress) {
        List<Finding> found = check(bundle);
        if (found.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new RulesRefused(bundle.version(), found);
        }
        return new ProvePromises(known.get(), TryPromises.Budget.USUAL)
                .prove(bundle, clock.instant(), progress)
                .findings();
    }

    @Override
    public Optional<DescribeColumns> columns(RuleBundle bundle) {
        RuleContent content = new ReadRules().read(bundle);
        return content.vocabulary().subjects().isEmpty()
                ? Optional.empty()
                : Optional.of(new DescribeColumns(content.vocabulary(), content.catalogue()));
    }

    @Override
    public ExampleReport test(RuleBundle bundle, RunExamples.Progress progress) {
        return new RunExamples(checking(), RunExamples.Limits.USUAL).run(bundle, today(), progress);
    }

    /** Rules in force stay usable when a model they name is gone: predictions are then missing, and answers say so. */
    @Override
    public RuleSet compile(RuleBundle bundle) {
        return new CompileRules(new CheckRules(Optional.empty(), Optional.of(today()))).compile(bundle);
    }

    private CheckRules checking() {
        return new CheckRules(models.get(), Optional.of(today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
