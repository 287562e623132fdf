package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lotse.engine.rule.RuleSet;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.read.RuleBundle;

/** Publishing again and again leaves nothing behind: a version nobody holds any more is gone with its classes. */
class PublishingTest {
    private static final int HELD = 3;

    @Test
    void manyVersionsInARowLeaveNoClassesBehind() {
        RuleBundle base = Bundles.plain();
        String table = """
                Table,test,Hit policy,first,Subject,customer,Language,en
                Name,Lead score from,=> Channel
                version %d,1,E-mail
                """;
        Map<String, RuleSet> held = new LinkedHashMap<>();
        publish(base, table, held, 0, 10);
        int before = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();

        publish(base, table, held, 10, 110);

        System.gc();
        assertThat(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() - before)
                .as("classes loaded by 100 versions")
                .isLessThan(100);
    }

    private static void publish(RuleBundle base, String table, Map<String, RuleSet> held, int from, int until) {
        for (int number = from; number < until; number++) {
            RuleBundle bundle =
                    base.with("tables/test.csv", table.formatted(number).getBytes(StandardCharsets.UTF_8));
            RuleSet rules = new CompileRules(new CheckRules()).compile(bundle);
            held.put(rules.version(), rules);
            if (held.size() > HELD) {
                held.remove(held.keySet().iterator().next());
            }
        }
    }
}
