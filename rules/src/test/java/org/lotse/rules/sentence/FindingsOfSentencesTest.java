package org.lotse.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lotse.rules.sentence.Demo.read;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;

/** What is not understood completely is reported with its place and never guessed. */
final class FindingsOfSentencesTest {
    private static Finding finding(String language, String sentence) {
        Demo.Result result = read("language: " + language + "\nsubject: customer\n\nName:\n  " + sentence + "\n");

        assertThat(result.rules()).isEmpty();
        assertThat(result.findings()).hasSize(1);
        return result.findings().getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            If the churn rsk is above 0.4, then the tone is casual.              | NOT_UNDERSTOOD  | 16 | rsk
            If the churn risk is about 0.4, then the tone is casual.             | UNKNOWN_VALUE   | 24 | about 0.4
            If the churn risk rises, then the tone is casual.                    | NOT_UNDERSTOOD  | 21 | rises
            If the churn risk is above 4, then the tone is casual.               | OUT_OF_RANGE    | 30 | 4
            If the churn risk is above 0,4, then the tone is casual.             | WRONG_TYPE      | 30 | 0,4
            If the churn risk is before 0.4, then the tone is casual.            | WRONG_TYPE      | 24 | before
            If the tone is loud, then the tone is casual.                        | UNKNOWN_VALUE   | 18 | loud
            If the tone is casual then the action "carecall" is suitable.        | UNKNOWN_ACTION  | 41 | "carecall"
            If the tone is casual then use channel "Fax".                        | UNKNOWN_CHANNEL | 42 | "Fax"
            If the tone is casual then the tone is formal, maybe.                | NOT_UNDERSTOOD  | 50 | maybe
            If the tone is casual then run the program.                          | NOT_UNDERSTOOD  | 30 | run the
            If (the tone is casual then the tone is formal.                      | NOT_UNDERSTOOD  | 26 | then
            If orders in 90 days is 2.5 then the tone is formal.                 | OUT_OF_RANGE    | 27 | 2.5
            If consent for phone is given then the tone is formal.               | WRONG_TYPE      | 27 | given
            If the churn risk is above the contract then the tone is formal.     | WRONG_TYPE      | 30 | the contract
            If an action is chosen then the tone is formal.                      | NOT_UNDERSTOOD  | 6  | an action
            """)
    void namesThePlaceAndTheWords(String sentence, FindingCode code, int column, String words) {
        Finding finding = finding("en", sentence);

        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.place().line()).isEqualTo(5);
        assertThat(finding.message()).contains("olumn " + column + ":").contains("“" + words);
        assertThat(finding.messageDe()).contains("palte " + column + ":");
    }

    @Test
    void proposesTheNearestTerm() {
        assertThat(finding("en", "If the churn rsk is above 0.4, then the tone is casual.")
                        .message())
                .contains("Churn risk");
        assertThat(finding("de", "Wenn das Kündigungrisiko über 0,4 liegt, dann ist der Tonfall locker.")
                        .messageDe())
                .contains("Kündigungsrisiko");
    }

    @Test
    void asksForBracketsWhereAndMeetsOr() {
        Finding finding = finding(
                "en", "If open complaints is above 0 or mood is annoyed and left is 0, then the tone is casual.");

        assertThat(finding.code()).isEqualTo(FindingCode.NOT_UNDERSTOOD);
        assertThat(finding.message()).contains("brackets");
    }

    @Test
    void asksForTheVerbOfAGermanCondition() {
        assertThat(finding("de", "Wenn die Servicestufe VIP und die Stimmung fehlt, dann ist der Tonfall locker.")
                        .messageDe())
                .contains("Verb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If true then System.exit(0).",
                "If eval(churn) then the tone is casual.",
                "then; Runtime.getRuntime().exec(\"sh\")",
                "If the tone is casual then the tone is calc exec(1)."
            })
    void refusesWhatLooksLikeCode(String sentence) {
        assertThat(finding("en", sentence).code())
                .isIn(FindingCode.NOT_UNDERSTOOD, FindingCode.WRONG_TYPE, FindingCode.UNKNOWN_VALUE);
    }

    @Test
    void keepsGoodSentencesBesideBadOnes() {
        Demo.Result result = read("""
                language: en
                nothing here
                Good:
                  If the mood is annoyed, then the tone is calming.
                Bad:
                  If the moon is annoyed, then the tone is calming.
                Empty:
                """);

        assertThat(result.rules()).hasSize(1);
        assertThat(result.findings()).extracting(found -> found.place().line()).containsExactly(2, 6, 7);
    }

    @Test
    void asksForTheLanguage() {
        assertThat(read("Name: If the mood is annoyed, then the tone is calming.")
                        .findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.NOT_UNDERSTOOD);
    }

    @Test
    void staysFastOnHostileText() {
        String deep = "language: en\nName: If " + "(".repeat(4_000) + "\n";
        String wide = "language: en\nName: If " + "the churn risk of the customer of the ".repeat(120) + "\n";
        String many = "language: en\n" + "Name: If the churn risk is above 0.4 and churn is is\n".repeat(5_000);

        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(read(deep).findings()).hasSize(1);
            assertThat(read(wide).findings()).hasSize(1);
            assertThat(read(many).findings()).hasSize(5_000);
            assertThat(read("x".repeat(600_000)).findings()).hasSize(1);
        });
    }
}
