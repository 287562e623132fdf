package org.lotse.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lotse.engine.term.Language;

/** Messages taken apart once read as the platform's own formatting writes them. */
class TemplatesTest {
    private static final Object[][] ARGUMENTS = {
        {"a", "b", "c", "d", "e", "f", "g"},
        {"it's {0}", "", "'", "3", "x", "y", "z"},
        {1, 2.5, "c", 1_000, "e", 0, 7},
        {"a"},
        {}
    };

    @Test
    void readsAsThePlatformFormatsThem() {
        Templates templates = new Templates();
        for (Language language : Language.values()) {
            ResourceBundle messages = ResourceBundle.getBundle("messages.decision", language.locale());
            for (String key : messages.keySet()) {
                for (Object[] arguments : ARGUMENTS) {
                    String platform =
                            read(() -> new MessageFormat(messages.getString(key), language.locale()).format(arguments));

                    assertThat(read(() -> templates.fill(messages, key, language, arguments)))
                            .as(key)
                            .isEqualTo(platform);
                }
            }
        }
    }

    /** What is read, or that these arguments do not suit the pattern: a text where it needs a number. */
    private static String read(Supplier<String> text) {
        try {
            return text.get();
        } catch (IllegalArgumentException unsuitable) {
            return "unsuitable";
        }
    }
}
