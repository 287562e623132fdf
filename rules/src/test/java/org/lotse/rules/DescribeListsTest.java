package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.read.DescribeColumns;
import org.lotse.rules.read.ReadRules;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;
import org.lotse.rules.read.TypedTables;
import org.lotse.rules.sentence.ReadSentences;

/** Where the values of a list are known they are offered, and every value of the shipped lists is one of them. */
class DescribeListsTest {
    private static final RuleBundle RULES = ShippedRules.bundle();
    private static final RuleContent CONTENT = new ReadRules(new ReadSentences()).read(RULES);
    private final DescribeColumns describe = new DescribeColumns(CONTENT.vocabulary(), CONTENT.catalogue());

    @ParameterizedTest
    @CsvSource({
        "actions.csv, Group",
        "actions.csv, Purpose",
        "actions.csv, Channels",
        "actions.csv, Effect",
        "actions.csv, Uses if accepted",
        "actions.csv, Model",
        "channels.csv, Consent term",
        "channels.csv, Direction",
        "contact-policy.csv, Scope",
        "contact-policy.csv, Kind",
        "contact-policy.csv, Direction",
        "capacities.csv, Per",
        "replies.csv, Language",
        "replies.csv, Needs approval",
        "triggers.csv, On event",
        "triggers.csv, Decision"
    })
    void offersWhatIsInUse(String path, String heading) {
        byte[] content = RULES.file(path).orElseThrow();
        TypedTables.Sheet sheet = TypedTables.of(path, content, new Findings()).getFirst();
        int column = 1;
        while (!sheet.cell(column, 1).text().equals(heading)) {
            column++;
        }

        DescribeColumns.Described described = columns(path).get(column - 1);

        assertThat(described.values()).isNotEmpty();
        for (int row = 2; row <= sheet.rows().size(); row++) {
            String text = sheet.cell(column, row).text();
            List<String> values = described.several() ? List.of(text.split(" \\| ", -1)) : List.of(text);
            assertThat(described.values())
                    .containsAll(values.stream().filter(each -> !each.isBlank()).toList());
        }
    }

    @Test
    void whatNobodyKnowsIsTypedFreely() {
        assertThat(columns("actions.csv").getFirst().values()).isEmpty();
    }

    private List<DescribeColumns.Described> columns(String path) {
        return describe.of(path, RULES.file(path).orElseThrow()).getOrDefault("", List.of());
    }
}
