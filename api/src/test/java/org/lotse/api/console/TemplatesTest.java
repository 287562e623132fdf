package org.lotse.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.]*\\w)[}(]");
    private static final Pattern SAID_IN_ATTRIBUTES =
            Pattern.compile("\\s(?:title|alt|aria-label|placeholder)=\"[^\"]*\\p{L}[^\"]*\"");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void holdNoWordsOfTheirOwn(Path template) throws IOException {
        String html = Files.readString(template);
        String text = html.replaceAll("(?s)<!--.*?-->", "").replaceAll("(?s)<(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>", "");

        assertThat(text).as("text between the tags of %s", template).doesNotContainPattern("\\p{L}");
        assertThat(html).as("words in attributes of %s", template).doesNotContainPattern(SAID_IN_ATTRIBUTES);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nameOnlyMessagesThereAre(Path template) throws IOException {
        List<String> used = KEY.matcher(Files.readString(template))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(messages().stringPropertyNames())
                .as("messages of %s", template)
                .containsAll(used);
    }

    private static Properties messages() throws IOException {
        Properties all = new Properties();
        try (Stream<Path> files = Files.list(MESSAGES)) {
            files.filter(file -> !file.toString().endsWith("_de.properties")).forEach(file -> {
                try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    all.load(reader);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return all;
    }
}
