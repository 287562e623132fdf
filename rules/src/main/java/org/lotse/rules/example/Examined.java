package org.lotse.rules.example;

import java.util.List;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;

/** Whether the steps of an example make one: something is decided, and then something is expected of it. */
final class Examined {
    private Examined() {}

    static void order(Place place, List<Step> steps, Findings findings) {
        boolean decided = false;
        boolean expects = false;
        for (Step step : steps) {
            decided |= step instanceof Step.Decide;
            expects |= step.isExpectation();
            if (step.isExpectation() && !decided) {
                findings.error(step.place(), FindingCode.NOT_UNDERSTOOD, "example-order");
                return;
            }
        }
        if (!expects) {
            findings.warning(place, FindingCode.NOT_UNDERSTOOD, "example-expects");
        }
    }
}
