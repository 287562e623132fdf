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

/**
 * Measures {@code next-best-action} with its durable record beside a bare endpoint of the same service that only inserts
 * one row, at 1 and at 16 clients. Usage: {@code DecisionLoad http://127.0.0.1:8080 [requests per client]}; the service
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

    private DecisionLoad(String address, int requests) {
        this.address = address;
        this.requests = requests;
    }

    /** Runs the load and prints a table. */
    public static void main(String... arguments) throws InterruptedException, ExecutionException {
        URI address = URI.create(arguments.length > 0 ? arguments[0] : "http://127.0.0.1:8080");
        if (!List.of("127.0.0.1", "localhost", "[::1]").contains(address.getHost())) {
            throw new IllegalArgumentException(
                    "The load goes to this machine only, not to " + address.getHost() + ". Maybe use 127.0.0.1.");
        }
        int requests = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        new DecisionLoad(address.toString(), requests).run();
    }

    private void run() throws InterruptedException, ExecutionException {
        measure("warm-up", Target.DECISION, 16);
        measure("warm-up", Target.BARE, 16);
        System.out.println("| what | clients | p50 ms | p99 ms | requests/s |");
        System.out.println("|---|--:|--:|--:|--:|");
        for (int clients : new int[] {1, 16}) {
            System.out.println(measure("bare insert", Target.BARE, clients));
            System.out.println(measure("next-best-action", Target.DECISION, clients));
        }
    }

    private enum Target {
        BARE("/v1/bench/rows"),
        DECISION("/v1/decisions/next-best-action");

        private final String path;

        Target(String path) {
            this.path = path;
        }
    }

    private String measure(String name, Target target, int clients) throws InterruptedException, ExecutionException {
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
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %.0f |",
                name,
                clients,
                all[all.length / 2] / 1e6,
                all[(int) (all.length * 0.99)] / 1e6,
                all.length / seconds);
    }

    private long[] times(Target target, int number) throws IOException, InterruptedException {
        long[] times = new long[requests];
        for (int i = 0; i < requests; i++) {
            int customer = 1 + (number * 7919 + i * 31) % CUSTOMERS;
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + target.path))
                    .header("Authorization", "Bearer demo-admin")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"customerId\": \"c-" + customer + "\", \"channel\": \"CALL_CENTRE\", \"limit\": 3}"))
                    .build();
            long start = System.nanoTime();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            times[i] = System.nanoTime() - start;
            if (response.statusCode() != 200) {
                throw new IllegalStateException(target + " answered " + response.statusCode() + ": "
                        + response.body()
                                .substring(0, Math.min(300, response.body().length())));
            }
        }
        return times;
    }
}
