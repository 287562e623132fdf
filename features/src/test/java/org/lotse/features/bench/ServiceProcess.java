package org.lotse.features.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A service in a process of its own, from the class path of this one, and how to ask it something. */
final class ServiceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Process process;
    private final int port;
    private final String token;

    private ServiceProcess(Process process, int port, String token) {
        this.process = process;
        this.port = port;
        this.token = token;
    }

    /**
     * What several instances have in common.
     *
     * @param database its URL
     * @param masterKey as configured
     */
    record Shared(String database, String masterKey) {
        /** What an instance with a database of its own has in its directory. */
        static Shared of(Path data, String database) throws IOException {
            return new Shared(
                    database, Files.readString(data.resolve("master.key")).strip());
        }
    }

    /** One with a database of its own in a directory. */
    static ServiceProcess start(Path data) throws IOException, InterruptedException {
        return start(data, Optional.empty(), "demo-admin");
    }

    /**
     * One of several on a database, whose master key they share.
     *
     * @param shared what it shares with the first; empty for one with a database of its own in the directory
     * @param token for asking it
     */
    static ServiceProcess start(Path data, Optional<Shared> shared, String token)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Files.createDirectories(data);
        ProcessBuilder builder = lotse("serve", "--port", String.valueOf(port), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("service.log").toFile()));
        shared.ifPresent(with -> builder.environment()
                .putAll(Map.of("SPRING_DATASOURCE_URL", with.database(), "LOTSE_MASTER_KEY", with.masterKey())));
        ServiceProcess service = new ServiceProcess(builder.start(), port, token);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (service.status("/readyz") != 200) {
            if (!service.process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The service did not start; see " + data.resolve("service.log"));
            }
            Thread.sleep(250);
        }
        return service;
    }

    /** What a command of the product prints. */
    static String said(String... arguments) throws IOException, InterruptedException {
        Process process =
                lotse(arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("lotse " + String.join(" ", arguments) + " failed: " + said);
        }
        return said;
    }

    private static ProcessBuilder lotse(String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx1500m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.lotse.api.Lotse"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** A request to it, allowed to do anything. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /** The status of an answer; 0 when there is none. */
    int status(String path) {
        try {
            return get(path).statusCode();
        } catch (IOException notThere) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Ends it as a failing machine would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(1, TimeUnit.MINUTES);
        process.destroyForcibly();
    }
}
