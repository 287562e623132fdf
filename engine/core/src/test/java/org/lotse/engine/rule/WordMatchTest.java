package org.lotse.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordMatchTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The set is *still* not here.     | still not
            Where   is my order?             | where is my order
            WHERE IS MY ORDER                | Where is my Order
            Die Rückerstattung fehlt         | rueckerstattung
            Die Rueckerstattung fehlt        | Rückerstattung
            An der Hauptstraße               | hauptstrasse
            Rohrbruch, Wasserschaden im Bad  | wasser*
            Rohrbruch, Wasserschaden im Bad  | *schaden
            Ich bin total verärgert!         | *ärger*
            I don't get it                   | dont
            Das ist mein e-mail konto        | E-Mail
            Café geschlossen                 | cafe
            So geht das nicht!!              | !!
            WATER/TRAFFIC                    | traffic
            """)
    void findsWords(String text, String words) {
        assertThat(WordMatch.contains(text, words)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Krater auf der Straße   | rat
            Operation               | rat
            Wasserschaden           | wasser
            still very not          | still not
            here still not          | not still
            10115 Berlin            | 10
            Das geht!               | !!
            anything                | *
            """)
    void findsNoPartOfAWord(String text, String words) {
        assertThat(WordMatch.contains(text, words)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10115           | 10    | true
            10115           | 101 1 | false
            Überlingen      | ueber | true
            Guten Tag, Herr | guten tag | true
            Der gute Tag    | gute  | false
            """)
    void looksAtTheFirstLetters(String text, String start, boolean starts) {
        assertThat(WordMatch.startsWith(text, start)).isEqualTo(starts);
    }
}
