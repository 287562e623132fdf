package org.lotse.models.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "Müller,Mueller",
        "Müller,Muller",
        "Weiß,Weiss",
        "Öztürk,Oeztuerk",
        "Yılmaz,Yilmaz",
        "Ivanović,Ivanovic",
        "GROß-ÖTTL,Gross Oettl"
    })
    void spellsAlikeWhatIsMeantAlike(String one, String other) {
        assertThat(Spelling.flat(Spelling.words(one))).isEqualTo(Spelling.flat(Spelling.words(other)));
    }

    @Test
    void composedAndDecomposedUmlautsAreTheSame() {
        assertThat(Spelling.words("Mu\u0308ller"))
                .isEqualTo(Spelling.words("Müller"))
                .isEqualTo("mueller");
    }

    @ParameterizedTest
    @CsvSource({"Meier,Mayer", "Schmidt,Schmitt", "Stefan,Stephan", "Thorsten,Torsten"})
    void hearsWhatSoundsTheSame(String one, String other) {
        assertThat(Spelling.sound(Spelling.words(one))).isEqualTo(Spelling.sound(Spelling.words(other)));
    }

    @Test
    void twoLettersInTheWrongOrderAreOneTypingMistake() {
        assertThat(Spelling.typos("fuchs", "fucsh", 2)).isEqualTo(1);
        assertThat(Spelling.typos("fuchs", "fuch", 2)).isEqualTo(1);
        assertThat(Spelling.typos("fuchs", "wolff", 2)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "0341 8986891,00493418986891",
        "0341/8986891,+49 (0)341 8986891",
        "(0341) 89 86 891,+493418986891",
        "01701234567,+49 170 1234567"
    })
    void readsOneNumberFromEveryWayToWriteIt(String one, String other) {
        assertThat(Contacts.phone(one)).isEqualTo(Contacts.phone(other)).isNotEmpty();
    }

    @Test
    void aForeignNumberIsNotAGermanOne() {
        assertThat(Contacts.phone("+43 341 8986891")).isNotEqualTo(Contacts.phone("0341 8986891"));
        assertThat(Contacts.phone("110")).as("too short to tell anybody").isEmpty();
    }

    @Test
    void readsMailAddresses() {
        assertThat(Contacts.email(" Anna.Groß+shop@GoogleMail.com ")).isEqualTo("anna.groß@gmail.com");
        assertThat(Contacts.email("nobody")).isEmpty();
    }

    @Test
    void datesAgreeWithDayAndMonthInEachOthersPlace() {
        assertThat(BirthDate.compare(BirthDate.of("1958-12-03"), BirthDate.of("03.12.1958")))
                .isEqualTo(Agreement.SAME);
        assertThat(BirthDate.compare(BirthDate.of("1958-12-03"), BirthDate.of("1958-03-12")))
                .isEqualTo(Agreement.SWAPPED);
        assertThat(BirthDate.compare(BirthDate.of("1958-14-03"), BirthDate.of("1958-03-14")))
                .as("a day no calendar has")
                .isEqualTo(Agreement.SWAPPED);
        assertThat(BirthDate.compare(BirthDate.of("1958-12-03"), BirthDate.of("1985-12-03")))
                .as("two digits in the wrong order")
                .isEqualTo(Agreement.TYPO);
        assertThat(BirthDate.compare(BirthDate.of("1958-12-03"), BirthDate.of("1990-01-07")))
                .isEqualTo(Agreement.GENERATION);
        assertThat(BirthDate.of("1900-01-01")).as("a form nobody filled in").isEqualTo(BirthDate.NONE);
    }
}
