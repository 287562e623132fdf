package org.lotse.api.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lotse.api.testing.Client;
import org.lotse.api.testing.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every endpoint of the rules is described with an example, and each example works as it stands. */
@ServiceTest
class RuleApiExamplesIT {
    private static final String FILE = "tables/greeting.csv";

    @LocalServerPort
    private int port;

    private String draft = "";

    @Test
    void everyOperationHasASummaryAndAnExample() {
        JsonNode paths = new Client(port, Map.of()).get("/v3/api-docs").json().get("paths");
        List<String> without = new ArrayList<>();
        paths.forEachEntry((path, operations) -> {
            if (path.startsWith("/v1/rules")) {
                operations.forEachEntry((method, operation) -> {
                    boolean shown = !operation.path("summary").asString("").isEmpty()
                            && (operation.toString().contains("\"example\"")
                                    || path.endsWith("/archive")
                                    || operation.path("responses").has("204"));
                    if (!shown) {
                        without.add(method + " " + path);
                    }
                });
            }
        });

        assertThat(without).isEmpty();
    }

    @Test
    void examplesWorkOneAfterTheOther() throws IOException {
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/openapi/rules.json"))) {
            new JsonMapper().readTree(file).forEachEntry(this::works);
        }
    }

    private void works(String operation, JsonNode example) {
        String method = operation.substring(0, operation.indexOf(' ')).toUpperCase(java.util.Locale.ROOT);
        String path = operation.substring(operation.indexOf(' ') + 1);
        Client.Answer answer = send(method, path, example);

        assertThat(answer.status())
                .as("%s: %s", operation, answer.body())
                .isEqualTo(Integer.parseInt(example.get("status").asString()));
        if (example.path("response").isObject()) {
            assertThat(answer.json().propertyNames())
                    .as(operation)
                    .containsAll(example.get("response").propertyNames());
        }
        if (operation.equals("post /v1/rules/drafts")) {
            draft = answer.at("/draftId");
        }
    }

    private Client.Answer send(String method, String path, JsonNode example) {
        boolean released = path.endsWith("/approval") || path.endsWith("/activation");
        Client client = Client.of(port, released ? "demo-release" : "demo-marketing");
        String concrete = path.replace("{id}", draft)
                .replace("{path}", path.contains("/versions/") ? "tables/channel.csv" : FILE)
                .replace("{version}", path.endsWith("/activation") ? active(client) : "active");
        if (example.path("requestType").asString("").startsWith("multipart")) {
            String content = example.at("/request").get(FILE).asString();
            return new Multipart()
                    .file(FILE, content.getBytes(StandardCharsets.UTF_8))
                    .send(client, concrete);
        }
        JsonNode request = example.path("request");
        String body = request.isMissingNode() ? "" : request.isString() ? request.asString() : request.toString();
        boolean changes = method.equals("PUT") || method.equals("DELETE") || path.endsWith("/merge");
        if (changes && !draft.isEmpty()) {
            client = client.with(
                    "If-Match", client.get("/v1/rules/drafts/" + draft).header("ETag"));
        }
        return client.send(method, concrete, body);
    }

    private static String active(Client client) {
        return client.get("/v1/rules").at("/version");
    }
}
