package org.lotse.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.read.ReadRules;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;

/** The rules of the demo company as they are shipped. */
final class ShippedRulesTest {
    private static final RuleContent CONTENT =
            new ReadRules(new ReadSentences()).read(RuleBundle.ofFolder(Path.of("")));

    @Test
    void readsEveryFileWithoutAnError() {
        assertThat(CONTENT.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
    }
}
