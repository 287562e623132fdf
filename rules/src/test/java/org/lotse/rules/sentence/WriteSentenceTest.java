package org.lotse.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.read.SentenceReader.Sentences;

/** A rule written as a sentence is read back as the same rule, in both languages. */
final class WriteSentenceTest {
    private static final int CASES = 400;

    private static WriteSentence writer(Language language) {
        return new WriteSentence(language, Demo.VOCABULARY, Demo.CATALOGUE, SubjectType.CUSTOMER);
    }

    private static String header(Language language) {
        return language == Language.DE ? "language: de\n" : "language: en\n";
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void isReadBackAsTheSameRule(Language language) {
        for (long seed = 0; seed < CASES; seed++) {
            Rule rule = new AnyRule(seed).rule();
            String sentence = writer(language).write(rule);

            Demo.Result result = Demo.read(header(language) + "Name: " + sentence);

            assertThat(result.findings()).as("seed %d: %s", seed, sentence).isEmpty();
            assertThat(result.rules())
                    .as("seed %d: %s", seed, sentence)
                    .singleElement()
                    .satisfies(read -> {
                        assertThat(read.condition()).isEqualTo(rule.condition());
                        assertThat(read.consequences()).isEqualTo(rule.consequences());
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void wordsShippedSentencesInEitherLanguage(Language language) {
        for (RuleFile file : Demo.CONTENT.files()) {
            if (file.path().startsWith("sentences/")) {
                WriteSentence writer = new WriteSentence(language, Demo.VOCABULARY, Demo.CATALOGUE, file.subject());
                for (Rule rule : file.rules()) {
                    String sentence = writer.write(rule);
                    Demo.Result result = Demo.read(header(language) + "Name: " + sentence);

                    assertThat(result.findings()).as(sentence).isEmpty();
                    assertThat(result.rules().getFirst().condition()).isEqualTo(rule.condition());
                    assertThat(result.rules().getFirst().consequences()).isEqualTo(rule.consequences());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void wordsShippedPromisesInEitherLanguage(Language language) {
        assertThat(Demo.CONTENT.promises()).isNotEmpty().allSatisfy(promise -> {
            String sentence = writer(language).write(promise);
            Findings findings = new Findings();
            Sentences read = new ReadSentences()
                    .read("promises.rules", header(language) + sentence, Demo.VOCABULARY, Demo.CATALOGUE, findings);

            assertThat(findings.all()).as(sentence).isEmpty();
            assertThat(read.promises().getFirst().condition()).isEqualTo(promise.condition());
        });
    }

    @Test
    void readsNaturally() {
        Rule rule = Demo.german("Wenn das Kündigungsrisiko über 0,4 liegt, dann ist die Servicestufe VIP.");

        assertThat(writer(Language.EN).write(rule))
                .isEqualTo("If the churn risk is above 0.4, then the service level is \"VIP\".");
        assertThat(writer(Language.DE).write(rule))
                .isEqualTo("Wenn das Kündigungsrisiko über 0,4 ist, dann ist die Servicestufe „VIP“.");
    }
}
