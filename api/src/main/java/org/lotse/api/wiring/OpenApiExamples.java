package org.lotse.api.wiring;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts what stands in {@code openapi/*.json} into the API description: per operation ({@code post /v1/rules/drafts}) what it
 * is for, an example of what is sent, and one of the answer. A test sends them in the order of the file.
 */
@Component
class OpenApiExamples implements OpenApiCustomizer {
    private static final String FILES = "classpath*:openapi/*.json";
    private static final String JSON = "application/json";

    private final JsonMapper json;

    OpenApiExamples(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void customise(OpenAPI api) {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                try (InputStream stream = file.getInputStream()) {
                    json.readTree(stream).forEachEntry((key, example) -> show(example, operation(api, key)));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Operation operation(OpenAPI api, String key) {
        int space = key.indexOf(' ');
        PathItem.HttpMethod method =
                PathItem.HttpMethod.valueOf(key.substring(0, space).toUpperCase(Locale.ROOT));
        return Optional.ofNullable(api.getPaths().get(key.substring(space + 1)))
                .map(path -> path.readOperationsMap().get(method))
                .orElseThrow(() -> new IllegalStateException(
                        "There is an example of \"" + key + "\" in " + FILES + ", but no such operation."));
    }

    private void show(JsonNode example, Operation operation) {
        operation.setSummary(example.path("summary").asString(operation.getSummary()));
        if (example.has("request")) {
            RequestBody body = Optional.ofNullable(operation.getRequestBody()).orElseGet(RequestBody::new);
            Content content = Optional.ofNullable(body.getContent()).orElseGet(Content::new);
            put(content, example.path("requestType").asString(JSON), example.get("request"));
            operation.setRequestBody(body.content(content));
        }
        if (example.has("status")) {
            answer(example, operation);
        }
    }

    private void answer(JsonNode example, Operation operation) {
        String status = example.get("status").asString();
        ApiResponses answers = Optional.ofNullable(operation.getResponses()).orElseGet(ApiResponses::new);
        ApiResponse usual = answers.remove("200");
        ApiResponse answer = Optional.ofNullable(answers.get(status))
                .or(() -> Optional.ofNullable(usual))
                .orElseGet(ApiResponse::new);
        answer.setDescription(answer.getDescription() == null ? "OK" : answer.getDescription());
        if (example.has("response")) {
            Content content = Optional.ofNullable(answer.getContent()).orElseGet(Content::new);
            String type = example.path("responseType").asString("");
            for (String each : type.isEmpty() ? types(content) : List.of(type)) {
                put(content, each, example.get("response"));
            }
            answer.setContent(content);
        }
        answers.addApiResponse(status, answer);
        operation.setResponses(answers);
    }

    private static List<String> types(Content content) {
        return content.isEmpty() ? List.of(JSON) : List.copyOf(content.keySet());
    }

    private void put(Content content, String type, JsonNode example) {
        MediaType media = content.computeIfAbsent(type, absent -> new MediaType());
        media.setExample(example.isString() ? example.asString() : json.convertValue(example, Object.class));
    }
}
