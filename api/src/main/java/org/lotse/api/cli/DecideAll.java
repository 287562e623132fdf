package org.lotse.api.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lets a running service decide for all stored customers, tells how far it is, and fetches the results. */
public final class DecideAll {
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final List<String> FINAL = List.of("DONE", "FAILED", "CANCELLED");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI service;
    private final String token;
    private final PrintWriter messages;

    /**
     * @param service where it listens
     * @param token who asks
     * @param messages where progress goes
     */
    public DecideAll(URI service, String token, PrintWriter messages) {
        this.service = service;
        this.token = token;
        this.messages = messages;
    }

    /**
     * What to ask for everybody, as {@code POST /v1/decisions/{decision}/batches} takes it.
     *
     * @param segments none for everybody; the name of a segment; or a {@code term=value} each
     */
    public static ObjectNode question(@Nullable String channel, String direction, List<String> segments) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        if (channel != null) {
            question.put("channel", channel);
        }
        question.put("direction", direction);
        if (segments.size() == 1 && !segments.getFirst().contains("=")) {
            question.put("segment", segments.getFirst());
        } else if (!segments.isEmpty()) {
            ObjectNode terms = question.putObject("segment");
            segments.forEach(segment -> {
                int equals = segment.indexOf('=');
                if (equals < 1) {
                    throw new WrongUse(
                            "--segment takes the name of one segment, or term=value once or more; not both: \""
                                    + segment + "\".");
                }
                terms.put(segment.substring(0, equals), segment.substring(equals + 1));
            });
        }
        return question;
    }

    /** Starts a batch; answers its path. */
    public String start(String decision, ObjectNode question) {
        return location(send("POST", "/v1/decisions/" + decision + "/batches", question.toString()));
    }

    /** Goes on with a batch; answers its path. */
    public String resume(String batch) {
        return location(send("POST", "/v1/batches/" + batch + "/resumption", ""));
    }

    /**
     * Waits until a batch has ended.
     *
     * @return for how many could not be decided
     */
    public long await(String path) {
        long told = -1;
        while (true) {
            JsonNode batch = json.readTree(send("GET", path, "").body());
            long customers = batch.path("customers").asLong();
            if (customers != told) {
                told = customers;
                messages.printf(
                        "%s customers, %s decided, %s contacts reserved%n",
                        customers,
                        batch.path("decided").asLong(),
                        batch.path("reserved").asLong());
            }
            if (FINAL.contains(batch.path("state").asString(""))) {
                if (!batch.path("complete").asBoolean()) {
                    throw new Failed("The batch " + path + " ended as "
                            + batch.path("state").asString("") + ". Maybe go on with: --resume "
                            + path.substring(path.lastIndexOf('/') + 1));
                }
                return batch.path("refused").asLong();
            }
            pause();
        }
    }

    /** Copies the results, a line a customer. */
    public void results(String path, Writer out) throws IOException {
        try {
            HttpResponse<java.io.InputStream> response =
                    http.send(request("GET", path + "/results", ""), HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                lines.transferTo(out);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow(() -> new Failed("The service named no batch."));
    }

    private HttpResponse<String> send(String method, String path, String body) {
        try {
            HttpResponse<String> response =
                    http.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new Failed(problem(response));
            }
            return response;
        } catch (IOException unreachable) {
            throw new Failed(
                    "No service answers at " + service + ". Maybe start it with: ./lotse serve, or name it with --url.",
                    unreachable);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private String problem(HttpResponse<String> response) {
        JsonNode problem = json.readTree(response.body());
        StringBuilder text = new StringBuilder(problem.path("detail").asString("HTTP " + response.statusCode()));
        problem.path("errors")
                .forEach(error -> text.append(' ').append(error.path("message").asString("")));
        return text.toString();
    }

    private void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static Failed interrupted(InterruptedException interruption) {
        Thread.currentThread().interrupt();
        return new Failed("Interrupted; the batch goes on in the service.", interruption);
    }
}
