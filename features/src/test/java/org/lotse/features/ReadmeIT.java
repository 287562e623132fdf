package org.lotse.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the README says can be copied works as it stands there, and answers with what it shows. */
class ReadmeIT {
    private static final Path README = Path.of("..", "README.md");
    /** A shell block, and the JSON shown after it if there is one. */
    private static final Pattern EXAMPLE = Pattern.compile(
            "```(?:bash|sh|shell)\\n(.*?)```(?:\\s*(?:[^`\\n]{0,200}\\n){0,3}?\\s*```json\\n(.*?)```)?",
            Pattern.DOTALL);

    private static final Pattern LOCAL = Pattern.compile("(?:http://)?(?:localhost|127\\.0\\.0\\.1):8080");

    @Test
    void showsAtLeastOneRequest() throws IOException {
        assertThat(examples()).as("requests with curl in %s", README).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> requestsWorkAsWritten() throws IOException {
        return examples().stream()
                .map(example ->
                        dynamicTest(example.command().lines().findFirst().orElse(""), () -> run(example)));
    }

    /**
     * A documented request.
     *
     * @param command as the reader copies it
     * @param answer the JSON shown below it; may be shortened with "..."; empty if none
     */
    private record Example(String command, String answer) {}

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        Matcher block = EXAMPLE.matcher(Files.readString(README));
        while (block.find()) {
            if (block.group(1).contains("curl ")) {
                examples.add(new Example(block.group(1).strip(), block.group(2) == null ? "" : block.group(2)));
            }
        }
        return examples;
    }

    private static void run(Example example) throws IOException, InterruptedException {
        String command = LOCAL.matcher(example.command())
                .replaceAll(RunningService.get().address().toString());
        Process shell = new ProcessBuilder("bash", "-c", "set -e\n" + command)
                .redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
        assertThat(shell.exitValue())
                .as("the exit code of %s, which said %s", command, said)
                .isZero();
        JsonNode answer = new JsonMapper().readTree(said);
        assertThat(answer.path("status").asInt(200)).as("the answer %s", said).isLessThan(400);
        shownFields(example.answer())
                .forEach(field ->
                        assertThat(said).as("the field the README shows").contains("\"" + field + "\""));
    }

    /** The names of the fields in a shown answer, which may be shortened and so need not be JSON. */
    private static List<String> shownFields(String shown) {
        Matcher name = Pattern.compile("\"([A-Za-z]\\w*)\"\\s*:").matcher(shown);
        List<String> fields = new ArrayList<>();
        while (name.find()) {
            fields.add(name.group(1));
        }
        return fields;
    }
}
