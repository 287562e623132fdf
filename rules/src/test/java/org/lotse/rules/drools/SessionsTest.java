package org.lotse.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.rules.Asking;
import org.lotse.rules.Bundles;

/** A session that is used again keeps nothing of what it was asked. */
class SessionsTest {
    private static final int DECISIONS = 100_000;
    private static final long BYTES_PER_DECISION = 20;

    @Test
    void aHundredThousandDecisionsLeaveNothingBehind() {
        DroolsRules rules = Bundles.compiled(Bundles.table("sum", "Lead score from,=> Points", "1,5", "2,7", "3,11"));
        RuleRequest request =
                Asking.verify(rules).given("score", "2").action("credit").request();
        judge(rules, request, 20_000);
        long before = used();

        judge(rules, request, DECISIONS);

        assertThat(used() - before).isLessThan(DECISIONS * BYTES_PER_DECISION);
        rules.close();
    }

    private static void judge(DroolsRules rules, RuleRequest request, int times) {
        for (int each = 0; each < times; each++) {
            assertThat(rules.judge(request).conclusions()).isNotEmpty();
        }
    }

    private static long used() {
        for (int round = 0; round < 3; round++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
