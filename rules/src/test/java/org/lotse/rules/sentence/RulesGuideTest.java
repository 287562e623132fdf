package org.lotse.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence the guides show is understood. */
final class RulesGuideTest {
    private static final Pattern EXAMPLE = Pattern.compile("```rules\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"../docs/rules-guide.en.md", "../docs/rules-guide.de.md"})
    void showsOnlySentencesThatAreUnderstood(String guide) throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(Path.of(guide)))
                .results()
                .map((MatchResult example) -> example.group(1))
                .toList();

        assertThat(examples).hasSize(4).allSatisfy(example -> {
            Demo.Result result = Demo.read(example);
            assertThat(result.findings()).isEmpty();
            assertThat(result.rules().size() + result.sentences().promises().size())
                    .isPositive();
        });
    }
}
