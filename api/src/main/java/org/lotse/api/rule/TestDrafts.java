package org.lotse.api.rule;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.lotse.api.jobs.JobRun;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.lotse.rules.example.ExampleReport;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.read.RuleBundle;
import org.springframework.stereotype.Component;

/** Runs the examples the business keeps beside its rules, as a job. */
@Component
class TestDrafts {
    /** The part of the work that running examples is; the rest is trying promises. */
    private static final double EXAMPLES = 0.8;

    private final JdbcDrafts drafts;
    private final JdbcRuleBundles bundles;
    private final RuleWorkshop workshop;
    private final PromiseTrials promises;
    private final Jobs jobs;

    TestDrafts(JdbcDrafts drafts, JdbcRuleBundles bundles, RuleWorkshop workshop, PromiseTrials promises, Jobs jobs) {
        this.drafts = drafts;
        this.bundles = bundles;
        this.workshop = workshop;
        this.promises = promises;
        this.jobs = jobs;
    }

    /** Starts testing a draft as it is now; the job's result is a {@link TestReportBody}. */
    UUID start(UUID id, Caller caller, Locale locale) {
        Draft draft = drafts.find(id).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_DRAFT, id));
        return start(draft.bundle(), caller, locale);
    }

    /** Starts testing a kept version. */
    UUID start(String version, Caller caller, Locale locale) {
        return start(
                bundles.find(version).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_VERSION, version)),
                caller,
                locale);
    }

    private UUID start(RuleBundle bundle, Caller caller, Locale locale) {
        return jobs.submit("rule-tests", caller.name(), locale, run -> test(bundle, locale, run));
    }

    private TestReportBody test(RuleBundle bundle, Locale locale, JobRun run) {
        ExampleReport report =
                workshop.test(bundle, (share, examples) -> run.progress(EXAMPLES * share, Integer.toString(examples)));
        List<Finding> broken = report.complete()
                ? promises.broken(
                        bundle,
                        (share, tried) -> run.progress(EXAMPLES + (1 - EXAMPLES) * share, Integer.toString(tried)))
                : List.of();
        return TestReportBody.of(bundle.version(), report, broken, locale);
    }
}
