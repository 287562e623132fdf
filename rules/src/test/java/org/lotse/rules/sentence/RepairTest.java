package org.lotse.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lotse.rules.Bundles;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.read.RuleBundle;

class RepairTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | If the leed score is above 5, then the tier is high.      | If the lead score is above 5, then the tier is high.
            en | If the lead score is abov 5, then the tier is high.       | If the lead score is above 5, then the tier is high.
            en | If the lead score is above 5, then the tier is hihg.      | If the lead score is above 5, then the tier is high.
            en | If the leed score is abov 5, then the teer is high.       | If the lead score is above 5, then the tier is high.
            en | If the contract is montly, then the tier is high.         | If the contract is monthly, then the tier is high.
            de | Wenn der Lead-Skore über 5 liegt, dann ist die Stufe hoch. | Wenn der Lead-Score über 5 liegt, dann ist die Stufe hoch.
            de | Wenn der Lead-Score uber 5 liegt, dann ist die Stufe hoch. | Wenn der Lead-Score über 5 liegt, dann ist die Stufe hoch.
            """)
    void theNearestSentenceThatIsUnderstoodIsProposed(String language, String wrong, String right) {
        Finding finding = onlyError(language, wrong);

        assertThat(finding.details().suggestion().orElse("-")).isEqualToIgnoringCase(right);
        assertThat(finding.message()).containsIgnoringCase("Understood would be: “" + right);
        assertThat(finding.messageDe()).contains("Verstanden würde: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | If the lead score is abov 5, then the tier is high. | 29 | 56
            en | If the leed score is above 5, then the tier is high.| 14 | 57
            """)
    void theWordsNotUnderstoodAreUnderlined(String language, String wrong, int first, int last) {
        Finding finding = onlyError(language, wrong);

        assertThat(finding.place().line()).isEqualTo(1);
        assertThat(finding.place().columns().orElseThrow().first()).isBetween(first - 6, first + 6);
        assertThat(finding.place().columns().orElseThrow().last()).isEqualTo("Name: ".length() + wrong.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | If Runtime exec rm then System exit.
            en | Everything is fine here.
            """)
    void nothingIsProposedWhereNothingIsNear(String language, String wrong) {
        assertThat(onlyError(language, wrong).message()).doesNotContain("Understood would be");
    }

    private static Finding onlyError(String language, String sentence) {
        RuleBundle bundle =
                Bundles.plain().with("sentences/x." + language + ".rules", Bundles.bytes("Name: " + sentence + "\n"));
        return new CheckRules()
                .check(bundle).stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .findFirst()
                        .orElseThrow();
    }
}
