package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lotse.rules.Asking.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.drools.DroolsRules;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;

/** How long compiling and judging take; the limits are wide, the figures are printed. */
class SpeedTest {
    @Test
    void compilesTheShippedRulesFastEnoughToStartWith() {
        RuleContent content = new CheckRules().content(ShippedRules.bundle());
        Asking asking =
                verify(DroolsRules.compile(content)).given("lead-score", "2").given("clv-percentile", "80");
        content.catalogue().actions().keySet().forEach(action -> asking.action(action.value()));

        long compile = nanos(() -> DroolsRules.compile(content).close());
        DroolsRules rules = DroolsRules.compile(content);
        RuleRequest request = asking.request();
        long judge = perRun(rules, request, 5_000);

        System.out.printf("shipped: compile %.1f ms, judge %.1f us%n", compile / 1e6, judge / 1e3);
        assertThat(compile).isLessThan(5_000_000_000L);
    }

    @Test
    void compilesThousandsOfRows() {
        for (int size : List.of(24, 240, 2_400)) {
            List<String> lines = new ArrayList<>();
            lines.add("Lead score from,Lead score below,Other score from,Contract is,=> Points");
            for (int row = 0; row < size; row++) {
                lines.add(score(row, size) + "," + score(row + 1, size) + "," + row % 7 + ",monthly," + row % 90);
            }
            RuleBundle bundle = Bundles.table("first", lines.toArray(String[]::new));
            RuleContent[] content = new RuleContent[1];
            long check = nanos(() -> content[0] = new CheckRules().content(bundle));
            long compile = nanos(() -> DroolsRules.compile(content[0]).close());
            DroolsRules rules = DroolsRules.compile(content[0]);
            RuleRequest request = verify(rules)
                    .given("score", "50")
                    .given("other", "8")
                    .given("contract", "MONTHLY")
                    .request();
            long judge = perRun(rules, request, 100_000 / size);

            System.out.printf(
                    "%d rows: read and check %.0f ms, compile %.0f ms, judge %.1f us%n",
                    size, check / 1e6, compile / 1e6, judge / 1e3);
            assertThat(compile).isLessThan(15_000_000_000L);
        }
    }

    private static String score(int row, int rows) {
        return String.format(Locale.ROOT, "%.3f", -100 + 200.0 * row / rows);
    }

    private static long perRun(DroolsRules rules, RuleRequest request, int runs) {
        for (int run = 0; run < runs; run++) {
            rules.judge(request);
        }
        return nanos(() -> {
                    for (int run = 0; run < runs; run++) {
                        rules.judge(request);
                    }
                })
                / runs;
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
