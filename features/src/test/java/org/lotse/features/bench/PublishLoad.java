package org.lotse.features.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Publishes rules on two instances with one database while both are asked for decisions. Says how long bundles of several
 * sizes take from approval until both are ready, and from activation until both decide by them; whether a request was
 * lost or a decision mixed two versions; and what 100 publishes leave in the memory. Usage: {@code PublishLoad DIR
 * [publishes] [clients per instance]}, with the class path of the service. Exit code 1 when something was lost or mixed.
 */
public final class PublishLoad {
    private static final String LEVEL = "tables/service-level.csv";
    private static final String ROUTE = "tables/route.csv";
    private static final Pattern VERSION = Pattern.compile("\"rules\"\\s*:\\s*\"([0-9a-f]+)\"");
    private static final Pattern HOURS = Pattern.compile("\"respondWithinHours\"\\s*:\\s*([0-9]+)");
    private static final Pattern WAY = Pattern.compile("\"route\"\\s*:\\s*\"([A-Z_]+)\"");
    private static final String MARKED = "25 SENIOR_ADVISER";
    private static final String PLAIN = "24 STANDARD_SUPPORT";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<ServiceProcess> instances;
    private final Path data;
    /** What each version says in two tables that go together. */
    private final Map<String, String> expected = new ConcurrentHashMap<>();

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final Set<String> wrong = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    private PublishLoad(List<ServiceProcess> instances, Path data) {
        this.instances = instances;
        this.data = data;
    }

    /** Runs it and prints what was measured. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "target/publish-load");
        int publishes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        int clients = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 4;
        boolean sound;
        try (ServiceProcess first = ServiceProcess.start(data)) {
            String token = ServiceProcess.said(
                    "token", "create", "--name", "bench", "--role", "ADMIN", "--days", "1", "--data", data.toString());
            try (ServiceProcess second = ServiceProcess.start(
                    data.resolve("second"), Optional.of(ServiceProcess.Shared.of(data, database(data))), token)) {
                sound = new PublishLoad(List.of(first, second), data).run(publishes, clients);
            }
        }
        System.exit(sound ? 0 : 1);
    }

    /** The address of the database of the first instance. */
    private static String database(Path data) throws IOException {
        String port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(3)
                .strip();
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&reWriteBatchedInserts=true";
    }

    private boolean run(int publishes, int clients) throws IOException, InterruptedException {
        first().send(first().request("/v1/customers/publish-1")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"attributes\": {}}"))
                .build());
        String before = active(first());
        expected.put(before, PLAIN);
        AtomicBoolean running = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ServiceProcess instance : instances) {
                for (int client = 0; client < clients; client++) {
                    threads.execute(() -> askWhile(instance, running));
                }
            }
            try {
                Thread.sleep(Duration.ofSeconds(5));
                System.out.println("| bundle | checked s | submitted s | ready on both s | in force on both s |");
                System.out.println("|---|--:|--:|--:|--:|");
                publish("shipped rules, a cell changed", Map.of());
                rollBack(before);
                publish("300 rows more in 20 files", tables(20, 15));
                rollBack(before);
                publish("3,000 rows more in 20 files", tables(20, 150));
                rollBack(before);
                publish("10,000 rows more in one table", tables(1, 10_000));
                rollBack(before);
                told("while publishing these");
                memory("before");
                long start = System.nanoTime();
                for (int number = 1; number <= publishes; number++) {
                    byte[] text = ("Feature: Publish " + number + "\n").getBytes(StandardCharsets.UTF_8);
                    publish("", Map.of("tests/bench.feature", text));
                    if (number == 10 || number == publishes || number % 50 == 0) {
                        memory("after " + number + " publishes");
                    }
                }
                System.out.printf(
                        Locale.ROOT, "%d publishes in %.0f s%n", publishes, (System.nanoTime() - start) / 1e9);
                rollBack(before);
            } finally {
                running.set(false);
            }
        }
        told("in all");
        return wrong.isEmpty() && answered.get() > 0;
    }

    private void askWhile(ServiceProcess instance, AtomicBoolean running) {
        while (running.get()) {
            long start = System.nanoTime();
            try {
                HttpResponse<String> answer = instance.post(
                        "/v1/decisions/next-best-action",
                        "{\"customerId\": \"publish-1\", \"channel\": \"CALL_CENTRE\", \"direction\": \"INBOUND\"}");
                nanos.add(System.nanoTime() - start);
                judge(answer);
            } catch (IOException lost) {
                wrong.add("no answer: " + lost);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void judge(HttpResponse<String> answer) {
        if (answer.statusCode() == 503) {
            late.incrementAndGet();
            return;
        }
        String body = answer.body();
        Matcher version = VERSION.matcher(body);
        if (answer.statusCode() != 200 || !version.find()) {
            wrong.add("answered " + answer.statusCode());
            return;
        }
        answered.incrementAndGet();
        String said = found(HOURS, body) + " " + found(WAY, body);
        if (!said.equals(expected.get(version.group(1)))) {
            wrong.add(version.group(1) + " says " + said + ", not " + expected.get(version.group(1)));
        }
    }

    private static String found(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** One change of everything: two tables that go together, and what is added. */
    private void publish(String name, Map<String, byte[]> added) throws IOException, InterruptedException {
        boolean mark = PLAIN.equals(expected.get(active(first())));
        Map<String, byte[]> files = new LinkedHashMap<>(added);
        files.put(LEVEL, marked(file(LEVEL), "(?m)^(.*,Standard),2[45],", "$1," + (mark ? 25 : 24) + ","));
        files.put(
                ROUTE,
                marked(
                        file(ROUTE),
                        "(?m)^(Standard;Standard;;;;)[^;]*;",
                        "$1" + (mark ? "erfahrene Beratung" : "Standardservice") + ";"));
        long start = System.nanoTime();
        HttpResponse<String> begun = multipart(files);
        double checked = seconds(start);
        String path = begun.headers().firstValue("location").orElseThrow(() -> new IllegalStateException(begun.body()));
        String version = found(Pattern.compile("\"version\"\\s*:\\s*\"([0-9a-f]+)\""), begun.body());
        expected.put(version, mark ? MARKED : PLAIN);
        long submission = System.nanoTime();
        ok(first().post(path + "/submission", ""));
        double submitted = seconds(submission);
        long approval = System.nanoTime();
        ok(other().post(path + "/approval", ""));
        await(name + " ready", () -> instances.stream().allMatch(instance -> isReady(instance, version)));
        double ready = seconds(approval);
        long activation = System.nanoTime();
        ok(other().post(path + "/activation", ""));
        await(
                name + " active",
                () -> instances.stream().allMatch(instance -> active(instance).equals(version)));
        if (!name.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %.2f |%n",
                    name,
                    checked,
                    submitted,
                    ready,
                    seconds(activation));
        }
    }

    private void rollBack(String version) throws IOException, InterruptedException {
        ok(other().post("/v1/rules/versions/" + version + "/activation", ""));
        await(
                "back",
                () -> instances.stream().allMatch(instance -> active(instance).equals(version)));
    }

    private static byte[] marked(String text, String pattern, String by) {
        String marked = text.replaceAll(pattern, by);
        return marked.getBytes(StandardCharsets.UTF_8);
    }

    private String file(String path) throws IOException, InterruptedException {
        return first().get("/v1/rules/versions/active/files/" + path).body();
    }

    /** Tables that give no points, each with its own rows. */
    private static Map<String, byte[]> tables(int files, int rows) {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (int file = 0; file < files; file++) {
            StringBuilder text = new StringBuilder("Table,bench-" + file
                    + ",Hit policy,sum,Subject,customer,Language,en\n"
                    + "Name,Deal value from,Deal value below,=> Lead points\n");
            for (int row = 0; row < rows; row++) {
                text.append("row ")
                        .append(row)
                        .append(',')
                        .append(row)
                        .append(',')
                        .append(row + 1)
                        .append(",0\n");
            }
            tables.put("tables/bench-" + file + ".csv", text.toString().getBytes(StandardCharsets.UTF_8));
        }
        return tables;
    }

    private HttpResponse<String> multipart(Map<String, byte[]> files) throws IOException, InterruptedException {
        String boundary = "publish-load";
        List<byte[]> parts = new ArrayList<>();
        files.forEach((path, content) -> {
            parts.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + path + "\"; filename=\"" + path
                            + "\"\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            parts.add(content);
            parts.add("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        parts.add(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return first().send(first().request("/v1/rules/drafts")
                .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(parts))
                .build());
    }

    private boolean isReady(ServiceProcess instance, String version) {
        try {
            return Pattern.compile("\"version\":\"" + version + "\"[^{}\\[]*\"ready\":true")
                    .matcher(instance.get("/v1/rules/versions").body())
                    .find();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String active(ServiceProcess instance) {
        try {
            return found(
                    Pattern.compile("\"version\"\\s*:\\s*\"([0-9a-f]+)\""),
                    instance.get("/v1/rules").body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Waited in vain: " + what);
            }
            Thread.sleep(10);
        }
    }

    private void memory(String when) throws IOException, InterruptedException {
        for (int number = 0; number < instances.size(); number++) {
            ServiceProcess instance = instances.get(number);
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(instance.pid()),
                            "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("jcmd.log").toFile())
                    .start()
                    .waitFor();
            String metrics = instance.get("/metrics").body();
            System.out.printf(
                    Locale.ROOT,
                    "memory %s: instance %d heap %.0f MB, metaspace %.0f MB, classes %.0f%n",
                    when,
                    number + 1,
                    sum(metrics, "jvm_memory_used_bytes{area=\"heap\"") / 1e6,
                    sum(metrics, "jvm_memory_used_bytes{area=\"nonheap\",id=\"Metaspace\"") / 1e6,
                    sum(metrics, "jvm_classes_loaded_classes"));
        }
    }

    private static double sum(String metrics, String prefix) {
        return metrics.lines()
                .filter(line -> line.startsWith(prefix))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private void told(String when) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: %d answers, %d sent away for want of time (503), %d lost or mixed; p50 %.1f ms, p99 %.1f ms, slowest %.0f ms%n",
                when,
                answered.get(),
                late.get(),
                wrong.size(),
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                Arrays.stream(sorted).max().orElse(0) / 1e6);
        wrong.stream().limit(5).forEach(System.out::println);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void ok(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
    }

    private ServiceProcess first() {
        return instances.getFirst();
    }

    /** Approving needs somebody else than editing: the token of the second instance. */
    private ServiceProcess other() {
        return instances.getLast();
    }
}
