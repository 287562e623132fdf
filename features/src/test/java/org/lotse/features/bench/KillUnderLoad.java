package org.lotse.features.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills the service, or its PostgreSQL, with SIGKILL in the middle of load, starts it again and asks for every decision
 * that was answered. Usage: {@code KillUnderLoad DIR [seconds of load]}, with the class path of the service; {@code DIR} is
 * a data directory of its own, made at the first run. Exit code 1 when an answered decision is lost or a seal is broken.
 */
public final class KillUnderLoad {
    private static final Pattern ID = Pattern.compile("\"decisionId\"\\s*:\\s*\"([^\"]+)\"");
    private static final int CLIENTS = 32;
    private static final int CUSTOMERS = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Path data;
    private final int seconds;
    private int port;

    private KillUnderLoad(Path data, int seconds) {
        this.data = data;
        this.seconds = seconds;
    }

    /** Kills both, one after the other, and reports. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "target/kill-under-load");
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        KillUnderLoad run = new KillUnderLoad(data, seconds);
        boolean kept = run.killing("service");
        kept &= run.killing("PostgreSQL");
        System.exit(kept ? 0 : 1);
    }

    private boolean killing(String what) throws IOException, InterruptedException {
        Process service = start();
        Queue<String> answered = load(() -> kill(what, service));
        service.destroyForcibly().waitFor();
        Process again = start();
        try {
            long lost = answered.stream()
                    .filter(id -> status("/v1/decisions/" + id) != 200)
                    .count();
            String seals = verified();
            boolean sound = seals.contains("\"SOUND\"");
            System.out.println("killed " + what + " after " + answered.size() + " answered decisions: " + lost
                    + " lost, seals " + (sound ? "sound" : seals));
            return lost == 0 && sound && !answered.isEmpty();
        } finally {
            again.destroy();
            again.waitFor(1, TimeUnit.MINUTES);
            again.destroyForcibly();
        }
    }

    /** Puts load on the service, kills in the middle of it, and gives the decisions that were answered. */
    private Queue<String> load(Runnable kill) throws InterruptedException {
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        AtomicBoolean running = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < CLIENTS; number++) {
                int first = number;
                threads.submit(() -> {
                    for (int i = 0; running.get(); i++) {
                        ask(1 + (first * 7919 + i * 31) % CUSTOMERS, answered);
                    }
                });
            }
            Thread.sleep(Duration.ofSeconds(seconds));
            kill.run();
            Thread.sleep(Duration.ofSeconds(2));
            running.set(false);
        }
        return answered;
    }

    private void ask(int customer, Queue<String> answered) {
        try {
            HttpResponse<String> response = client.send(
                    request("/v1/decisions/next-best-action")
                            .timeout(Duration.ofSeconds(10))
                            .POST(HttpRequest.BodyPublishers.ofString("{\"customerId\": \"c-" + customer
                                    + "\", \"channel\": \"CALL_CENTRE\", \"limit\": 3}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            Matcher id = ID.matcher(response.body());
            if (response.statusCode() == 200 && id.find()) {
                answered.add(id.group(1));
            }
        } catch (IOException killed) {
            Thread.onSpinWait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill(String what, Process service) {
        if (what.equals("service")) {
            service.destroyForcibly();
            return;
        }
        try {
            List<String> note = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(note.getFirst().strip())).orElseThrow();
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
        } catch (IOException e) {
            throw new IllegalStateException("The process of PostgreSQL is not noted in " + data, e);
        }
    }

    private Process start() throws IOException, InterruptedException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Files.createDirectories(data);
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx1500m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.lotse.api.Lotse",
                        "serve",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("service.log").toFile()))
                .start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (status("/readyz") != 200) {
            if (!service.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The service did not start; see " + data.resolve("service.log"));
            }
            Thread.sleep(250);
        }
        return service;
    }

    private int status(String path) {
        try {
            return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notThere) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** What the job that verifies the seals says in the end. */
    private String verified() throws IOException, InterruptedException {
        String job = post("/v1/decision-log/verification")
                .headers()
                .firstValue("location")
                .orElseThrow();
        while (true) {
            String body = client.send(request(job).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            if (body.contains("\"DONE\"") || body.contains("\"FAILED\"")) {
                return body;
            }
            Thread.sleep(500);
        }
    }

    private HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return client.send(
                request(path).POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer demo-admin")
                .header("Content-Type", "application/json");
    }
}
