package org.lotse.features.bench;

import java.io.IOException;
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

    private final Path data;
    private final int seconds;

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
        ServiceProcess service = ServiceProcess.start(data);
        Queue<String> answered = load(service, () -> kill(what, service));
        service.kill();
        try (ServiceProcess again = ServiceProcess.start(data)) {
            long lost = answered.stream()
                    .filter(id -> again.status("/v1/decisions/" + id) != 200)
                    .count();
            String seals = verified(again);
            boolean sound = seals.contains("\"SOUND\"");
            System.out.println("killed " + what + " after " + answered.size() + " answered decisions: " + lost
                    + " lost, seals " + (sound ? "sound" : seals));
            return lost == 0 && sound && !answered.isEmpty();
        }
    }

    /** Puts load on the service, kills in the middle of it, and gives the decisions that were answered. */
    private Queue<String> load(ServiceProcess service, Runnable kill) throws InterruptedException {
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        AtomicBoolean running = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < CLIENTS; number++) {
                int first = number;
                threads.submit(() -> {
                    for (int i = 0; running.get(); i++) {
                        ask(service, 1 + (first * 7919 + i * 31) % CUSTOMERS, answered);
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

    private static void ask(ServiceProcess service, int customer, Queue<String> answered) {
        try {
            HttpResponse<String> response = service.send(service.request("/v1/decisions/next-best-action")
                    .timeout(Duration.ofSeconds(10))
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"customerId\": \"c-" + customer + "\", \"channel\": \"CALL_CENTRE\", \"limit\": 3}"))
                    .build());
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

    private void kill(String what, ServiceProcess service) {
        try {
            if (what.equals("service")) {
                service.kill();
                return;
            }
            List<String> note = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(note.getFirst().strip())).orElseThrow();
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
        } catch (IOException e) {
            throw new IllegalStateException("The process of PostgreSQL is not noted in " + data, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the job that verifies the seals says in the end. */
    private static String verified(ServiceProcess service) throws IOException, InterruptedException {
        String job = service.post("/v1/decision-log/verification", "")
                .headers()
                .firstValue("location")
                .orElseThrow();
        while (true) {
            String body = service.get(job).body();
            if (body.contains("\"DONE\"") || body.contains("\"FAILED\"")) {
                return body;
            }
            Thread.sleep(500);
        }
    }
}
