package org.lotse.rules.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lotse.rules.ShippedRules;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.read.RuleBundle;

/** Every example the guides show is understood, and comes out under the shipped rules. */
class ExamplesGuideTest {
    private static final Pattern BLOCK = Pattern.compile("```(examples|feature)\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"../docs/rules-guide.en.md", "../docs/rules-guide.de.md"})
    void showsOnlyExamplesThatComeOut(String guide) throws IOException {
        RuleBundle bundle = ShippedRules.bundle();
        for (String path : List.copyOf(bundle.files().keySet())) {
            bundle = path.startsWith(ReadExamples.FOLDER) ? bundle.without(path) : bundle;
        }
        int blocks = 0;
        for (var block :
                BLOCK.matcher(Files.readString(Path.of(guide))).results().toList()) {
            String ending = block.group(1).equals("examples") ? ".csv" : ".feature";
            bundle = bundle.with(
                    ReadExamples.FOLDER + "guide" + blocks++ + ending,
                    block.group(2).getBytes(StandardCharsets.UTF_8));
        }

        ExampleReport report = new RunExamples(
                        new CheckRules(), new RunExamples.Limits(Duration.ofMinutes(1), Duration.ZERO, 0))
                .run(bundle, LocalDate.of(2026, 11, 21), (share, examples) -> {});

        assertThat(blocks).isEqualTo(2);
        assertThat(report.findings())
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .isEmpty();
        assertThat(report.tests()).hasSize(3);
    }
}
