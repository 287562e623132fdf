package org.lotse.engine.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TermKeyTest {
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final String CHARACTERS = "az09--Aä. ";

    @Test
    void isKebabCaseAndNothingElse() {
        Random random = new Random(20261122);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(7);
            for (int at = 0; at < length; at++) {
                text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }

            assertThat(TermKey.isWellFormed(text.toString()))
                    .as("\"%s\"", text)
                    .isEqualTo(KEBAB.matcher(text).matches());
        }
    }

    @Test
    void saysHowAKeyIsWritten() {
        assertThatThrownBy(() -> new TermKey("Lead Score"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"Lead Score\"")
                .hasMessageContaining("lower-case");
    }
}
