package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lotse.engine.term.Language;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.read.RuleBundle;

/** Every mistake the guides show is found with the words they quote, and every kind of finding is shown. */
class FindingsGuideTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFindingIsShownWithWhatItSays(Language language) throws IOException {
        RuleBundle shipped = ShippedRules.bundle();
        List<GuideFinding> shown = GuideFinding.in(
                Files.readString(Path.of("../docs/rules-guide." + (language == Language.DE ? "de" : "en") + ".md")));

        assertThat(shown)
                .extracting(GuideFinding::code)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(FindingCode.values()));
        shown.parallelStream()
                .forEach(each -> assertThat(each.findings(shipped))
                        .filteredOn(found -> found.code() == each.code())
                        .extracting(found -> told(found, language))
                        .as(each.code().name())
                        .contains(each.quoted()));
    }

    private static String told(Finding found, Language language) {
        return found.place().shown() + ": " + (language == Language.DE ? found.messageDe() : found.message());
    }
}
