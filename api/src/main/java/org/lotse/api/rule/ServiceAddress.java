package org.lotse.api.rule;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.lotse.api.cli.Failed;
import picocli.CommandLine.Option;

/** Options of commands that talk to a running service. */
final class ServiceAddress {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Option(
            names = "--service",
            defaultValue = "http://127.0.0.1:8080",
            paramLabel = "URL",
            description = "The service.")
    private URI service = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--token",
            defaultValue = "${env:LOTSE_TOKEN}",
            paramLabel = "TOKEN",
            description = "Who asks (default: the environment variable LOTSE_TOKEN).")
    private String token = "";

    byte[] get(String path) {
        return send(request(path).GET().build(), path);
    }

    String post(String path, String type, byte[] body) {
        HttpRequest request = request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return new String(send(request, path), StandardCharsets.UTF_8);
    }

    void delete(String path) {
        send(request(path).DELETE().build(), path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private byte[] send(HttpRequest request, String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new Failed("The service answered " + answer.statusCode() + " to " + path + ": "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException e) {
            throw new Failed(
                    "The service at " + service + " does not answer: " + e.getMessage()
                            + ". Maybe start it, or give its address with --service.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("Interrupted while waiting for " + service + ".", e);
        }
    }
}
