package org.lotse.features.steps;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lotse.features.RunningService;
import tools.jackson.databind.JsonNode;

/** Talks to the running product over HTTP in the name of a role, in the language of the feature. One per scenario. */
public class Service {
    static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";
    private static final String BOUNDARY = "--lotse-features--";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration LONGEST_JOB = Duration.ofMinutes(3);

    private String language = "en";
    private String lastToken = "";

    void speak(String spoken) {
        language = spoken;
    }

    Reply get(String role, String path) {
        return send(role, "GET", path, JSON, new byte[0], Map.of());
    }

    Reply delete(String role, String path) {
        return send(role, "DELETE", path, JSON, new byte[0], Map.of());
    }

    Reply post(String role, String path, JsonNode body) {
        return send(role, "POST", path, JSON, bytes(body.toString()), Map.of());
    }

    Reply post(String role, String path, JsonNode body, Map<String, String> headers) {
        return send(role, "POST", path, JSON, bytes(body.toString()), headers);
    }

    Reply post(String role, String path) {
        return send(role, "POST", path, JSON, new byte[0], Map.of());
    }

    Reply post(String role, String path, String contentType, String body) {
        return send(role, "POST", path, contentType, bytes(body), Map.of());
    }

    Reply put(String role, String path, JsonNode body) {
        return send(role, "PUT", path, JSON, bytes(body.toString()), Map.of());
    }

    Reply put(String role, String path, byte[] content, String ifMatch) {
        return send(role, "PUT", path, "text/csv", content, Map.of("If-Match", ifMatch));
    }

    Reply patch(String role, String path, JsonNode body) {
        return send(role, "PATCH", path, "application/merge-patch+json", bytes(body.toString()), Map.of());
    }

    /** Sends files as a form does, each under its path. */
    Reply upload(String role, String path, Map<String, byte[]> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            body.writeBytes(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                    + "\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            body.writeBytes(content);
            body.writeBytes(bytes("\r\n"));
        });
        body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
        return send(role, "POST", path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray(), Map.of());
    }

    /** Waits for the job or plan at an address until it neither waits nor runs. */
    Reply await(String role, String path) {
        long deadline = System.nanoTime() + LONGEST_JOB.toNanos();
        while (true) {
            Reply reply = get(role, path).ok();
            String state = reply.at("/state").asString("");
            if (!List.of("QUEUED", "RUNNING").contains(state)) {
                return reply;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not finished after " + LONGEST_JOB + ": " + reply);
            }
            pause();
        }
    }

    /** Asks the last caller's question once more, in another language. */
    Reply again(String spoken, Reply reply, JsonNode body) {
        String[] words = reply.asked().split(" ", -1);
        String before = language;
        language = spoken;
        try {
            return send(lastToken, words[0], words[1], JSON, bytes(body.toString()), Map.of());
        } finally {
            language = before;
        }
    }

    Reply send(String token, String method, String path, String contentType, byte[] body, Map<String, String> headers) {
        lastToken = token;
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofMinutes(1))
                .header("Accept-Language", language)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (body.length > 0) {
            request.header("Content-Type", contentType);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String shown = body.length > 1_000 ? body.length + " bytes" : new String(body, StandardCharsets.UTF_8);
            return new Reply(
                    method + " " + path + " as " + token + " " + shown,
                    answer.statusCode(),
                    answer.headers(),
                    answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " got no answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + path, e);
        }
    }

    private static URI address(String path) {
        return RunningService.get().at(path);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a job.", e);
        }
    }
}
