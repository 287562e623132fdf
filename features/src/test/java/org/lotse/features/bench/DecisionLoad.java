package org.lotse.features.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures {@code next-best-action} with its durable record beside the same endpoint without the record and beside a bare
 * endpoint that only inserts one row, at 1, 16 and 64 clients; then a customer with a thousand events beside one with ten.
 * Usage: {@code DecisionLoad http://127.0.0.1:8080 [requests per client]}; the service
 * runs with {@code LOTSE_BENCH=true}.
 */
public final class DecisionLoad {
    private static final int CUSTOMERS = 3_000;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String address;
    private final int requests;
    /** Requests the service had no time for within its budget; they count as answered in the rates. */
    private final AtomicInteger refused = new AtomicInteger();

    private DecisionLoad(String address, int requests) {
        this.address = address;
        this.requests = requests;
    }

    /** Runs the load and prints a table. */
    public static void main(String... arguments) throws InterruptedException, ExecutionException, IOException {
        URI address = URI.create(arguments.length > 0 ? arguments[0] : "http://127.0.0.1:8080");
        if (!List.of("127.0.0.1", "localhost", "[::1]").contains(address.getHost())) {
            throw new IllegalArgumentException(
                    "The load goes to this machine only, not to " + address.getHost() + ". Maybe use 127.0.0.1.");
        }
        int requests = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        new DecisionLoad(address.toString(), requests).run();
    }

    private void run() throws InterruptedException, ExecutionException, IOException {
        customer("bench-10", 10);
        customer("bench-1000", 1_000);
        for (Target target : Target.values()) {
            measure("warm-up", target, 16);
        }
        System.out.println("| what | clients | p50 ms | p99 ms | requests/s |");
        System.out.println("|---|--:|--:|--:|--:|");
        for (int clients : new int[] {1, 16, 64}) {
            System.out.println(measure("bare insert", Target.BARE, clients));
            Measured without = measure("next-best-action without record", Target.UNRECORDED, clients);
            Measured with = measure("next-best-action", Target.DECISION, clients);
            System.out.println(without + "\n" + with);
            System.out.printf(Locale.ROOT, "with the record %.0f %% of without%n", 100 * with.rate() / without.rate());
        }
        Measured few = measure("customer with 10 events", Target.FEW_EVENTS, 16);
        Measured many = measure("customer with 1,000 events", Target.MANY_EVENTS, 16);
        System.out.println(few + "\n" + many);
        System.out.println("refused in all: " + refused);
        System.out.printf(Locale.ROOT, "a thousand events cost %.2f times ten%n", few.rate() / many.rate());
    }

    /** A customer with so many events of the last year. */
    private void customer(String id, int events) throws IOException, InterruptedException {
        send("PUT", "/v1/customers/" + id, "{\"attributes\": {}}");
        StringBuilder batch = new StringBuilder("[");
        for (int i = 0; i < events; i++) {
            batch.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(id)
                    .append('-')
                    .append(i)
                    .append("\",\"type\":\"")
                    .append(i % 2 == 0 ? "web-visit" : "ticket")
                    .append("\",\"subject\":\"customer/")
                    .append(id)
                    .append("\",\"time\":\"")
                    .append(java.time.Instant.parse("2026-11-01T00:00:00Z").minusSeconds(i * 20_000L))
                    .append("\"}");
        }
        send("POST", "/v1/events", batch.append(']').toString());
    }

    private void send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer demo-admin")
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(path + " answered " + response.statusCode() + ": " + response.body());
        }
    }

    private record Measured(String name, int clients, double median, double p99, double rate) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "| %s | %d | %.2f | %.2f | %.0f |", name, clients, median, p99, rate);
        }
    }

    private enum Target {
        BARE("/v1/bench/rows"),
        DECISION("/v1/decisions/next-best-action"),
        UNRECORDED("/v1/decisions/next-best-action"),
        FEW_EVENTS("/v1/decisions/next-best-action"),
        MANY_EVENTS("/v1/decisions/next-best-action");

        private final String path;

        Target(String path) {
            this.path = path;
        }
    }

    private Measured measure(String name, Target target, int clients) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        List<long[]> parts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                running.add(threads.submit(() -> times(target, number)));
            }
            for (Future<long[]> future : running) {
                parts.add(future.get());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] all = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Measured(
                name, clients, all[all.length / 2] / 1e6, all[(int) (all.length * 0.99)] / 1e6, all.length / seconds);
    }

    private long[] times(Target target, int number) throws IOException, InterruptedException {
        long[] times = new long[requests];
        for (int i = 0; i < requests; i++) {
            String customer = switch (target) {
                case FEW_EVENTS -> "bench-10";
                case MANY_EVENTS -> "bench-1000";
                case BARE, DECISION, UNRECORDED -> "c-" + (1 + (number * 7919 + i * 31) % CUSTOMERS);
            };
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + target.path))
                    .header("Authorization", "Bearer demo-admin")
                    .header("Content-Type", "application/json")
                    .header("Lotse-Bench", target == Target.UNRECORDED ? "no-record" : "record")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"customerId\": \"" + customer + "\", \"channel\": \"CALL_CENTRE\", \"limit\": 3}"))
                    .build();
            long start = System.nanoTime();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            times[i] = System.nanoTime() - start;
            if (response.statusCode() == 503) {
                refused.incrementAndGet();
            } else if (response.statusCode() != 200) {
                throw new IllegalStateException(target + " answered " + response.statusCode() + ": "
                        + response.body()
                                .substring(0, Math.min(300, response.body().length())));
            }
        }
        return times;
    }
}
