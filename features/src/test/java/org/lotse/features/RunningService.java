package org.lotse.features;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.lotse.api.Lotse;

/**
 * The whole service as {@code lotse serve} starts it, once per JVM: a free port, a PostgreSQL of its own in a new
 * directory, the demo company. Ends with the JVM. Or, with {@code -Dlotse.address=http://...}, one that runs already and has
 * the demo company. Thread-safe.
 */
public final class RunningService {
    /** A first start makes the demo company and trains its models; a slow shared machine gets more than the minute promised. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final URI address;

    private RunningService(URI address) {
        this.address = address;
    }

    /** The service; started and ready when this returns for the first time. */
    public static RunningService get() {
        return Only.SERVICE;
    }

    /** Where it listens: {@code http://127.0.0.1:<port>}. */
    public URI address() {
        return address;
    }

    /** A path of the service as an address. */
    public URI at(String path) {
        return URI.create(address + path);
    }

    /** Starts when first asked for. */
    private static final class Only {
        static final RunningService SERVICE = start();
    }

    private static RunningService start() {
        String running = System.getProperty("lotse.address");
        if (running != null) {
            return new RunningService(URI.create(running));
        }
        try {
            // Features are about what is decided, on machines of any speed, whatever others have wished for before.
            System.setProperty("lotse.time-budget", "30s");
            System.setProperty("lotse.prices-every", "P1D");
            // One decision in fifty tries something else; not here.
            System.setProperty("lotse.seed", "7");
            System.setProperty("lotse.triggers.absences-every", "3s");
            int port = freePort();
            Path data = Files.createTempDirectory("lotse-features-");
            RunningService service = new RunningService(URI.create("http://127.0.0.1:" + port));
            StringWriter said = new StringWriter();
            CompletableFuture<Integer> ended = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("lotse-serve").start(() -> {
                PrintWriter writer = new PrintWriter(said, true);
                ended.complete(
                        Lotse.run(writer, writer, "serve", "--port", String.valueOf(port), "--data", data.toString()));
            });
            service.awaitReady(ended, said);
            return service;
        } catch (IOException e) {
            throw new IllegalStateException("The service could not be started: " + e.getMessage(), e);
        }
    }

    private void awaitReady(CompletableFuture<Integer> ended, StringWriter said) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!isReady()) {
            if (ended.isDone()) {
                throw new IllegalStateException("lotse serve ended with exit code " + ended.join() + ":\n" + said);
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(
                        "The service at " + address + " was not ready after " + PATIENCE + ":\n" + said);
            }
            pause();
        }
    }

    private boolean isReady() {
        HttpRequest question = HttpRequest.newBuilder(at("/readyz"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the service was starting.", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(250));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the service was starting.", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
