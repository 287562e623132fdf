package org.lotse.models.onnx;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.lotse.models.definition.ModelProblem;

/**
 * Asks a foreign model in a process of its own. The process has 256 MB of heap, one thread for calculating, an empty
 * environment and a time limit per question; one that answers too late is ended. Thread-safe; one question at a time.
 */
public final class RunOnnx implements AutoCloseable {
    private static final Duration TO_START = Duration.ofSeconds(30);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER_ONE = Duration.ofSeconds(2);
    private static final String MEMORY = "256m";

    private final Process process;
    private final Path unpacked;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final ExecutorService waiting = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("onnx").factory());

    private RunOnnx(Process process, Path unpacked) {
        this.process = process;
        this.unpacked = unpacked;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** A column of rows for one input. */
    public sealed interface Cells {
        /** Numbers, row by row; NaN where one is missing. */
        record Numbers(OnnxInput input, double[] values) implements Cells {}

        /** Texts, row by row; empty where one is missing. */
        record Texts(OnnxInput input, List<String> values) implements Cells {
            public Texts {
                values = List.copyOf(values);
            }
        }
    }

    /**
     * Starts a process for a model that has been checked.
     *
     * @param output the output that is read
     * @throws ModelProblem when it cannot be started or the runtime refuses the model
     */
    public static RunOnnx start(byte[] model, String output) {
        try {
            Path unpacked = Files.createTempDirectory("lotse-onnx-");
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + MEMORY,
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Djava.io.tmpdir=" + unpacked,
                            "-cp",
                            place("ai/onnxruntime/OrtEnvironment.class", RunOnnx.class)
                                    + File.pathSeparator
                                    + place(OnnxProcess.class),
                            OnnxProcess.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            Process process = started(builder, unpacked);
            RunOnnx run = new RunOnnx(process, unpacked);
            run.within(TO_START, () -> {
                run.out.writeInt(model.length);
                run.out.write(model);
                run.out.writeUTF(output);
                run.out.flush();
                return run.answered(0);
            });
            return run;
        } catch (IOException e) {
            throw new ModelProblem("The process for the ONNX model cannot be started: " + e.getMessage(), e);
        }
    }

    /** What the runtime unpacks, 24 MB each time, goes with the process, however that ends. */
    private static Process started(ProcessBuilder builder, Path unpacked) throws IOException {
        try {
            Process process = builder.start();
            process.onExit().thenRun(() -> delete(unpacked));
            return process;
        } catch (IOException failure) {
            delete(unpacked);
            throw failure;
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException inUse) {
            folder.toFile().deleteOnExit();
        }
    }

    /**
     * The answers for rows.
     *
     * @throws ModelProblem when the model refuses them, or does not answer in time
     */
    public synchronized double[] ask(int rows, List<Cells> columns) {
        return within(rows == 1 ? TO_ANSWER_ONE : TO_ANSWER, () -> {
            out.writeInt(rows);
            out.writeInt(columns.size());
            for (Cells cells : columns) {
                write(cells);
            }
            out.flush();
            return answered(rows);
        });
    }

    /** Where the runtime unpacks what it brings, as long as the process lives. */
    Path unpacked() {
        return unpacked;
    }

    /** Whether the process lives. */
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly()
                .onExit()
                .completeOnTimeout(process, 2, TimeUnit.SECONDS)
                .join();
        waiting.shutdownNow();
    }

    private void write(Cells cells) throws IOException {
        switch (cells) {
            case Cells.Numbers(OnnxInput input, double[] values) -> {
                head(input);
                for (double value : values) {
                    out.writeDouble(value);
                }
            }
            case Cells.Texts(OnnxInput input, List<String> values) -> {
                head(input);
                for (String value : values) {
                    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(bytes.length);
                    out.write(bytes);
                }
            }
        }
    }

    private void head(OnnxInput input) throws IOException {
        out.writeUTF(input.name());
        out.writeByte(input.kind().ordinal());
        out.writeInt(input.width());
    }

    private double[] answered(int rows) throws IOException {
        if (in.readByte() != OnnxProcess.ANSWER) {
            String reason = in.readUTF();
            close(); // what it has not read yet would be taken for the next question
            throw new ModelProblem("The ONNX model was refused: " + reason);
        }
        double[] answers = new double[rows];
        for (int row = 0; row < rows; row++) {
            answers[row] = in.readDouble();
        }
        return answers;
    }

    private interface Question {
        double[] ask() throws IOException;
    }

    private double[] within(Duration limit, Question question) {
        Future<double[]> answer = waiting.submit(question::ask);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ModelProblem problem) {
                throw problem;
            }
            close();
            throw new ModelProblem(
                    "The process of the ONNX model has died. Maybe the model needs more memory than " + MEMORY + ".",
                    e);
        } catch (TimeoutException e) {
            close();
            throw new ModelProblem("The ONNX model did not answer within " + limit.toSeconds() + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new ModelProblem("Nobody waits for the ONNX model any more.", e);
        }
    }

    private static String place(Class<?> type) {
        CodeSource source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource());
        return file(source.getLocation().toString());
    }

    /** Where a class file lies, without loading it here. */
    private static String place(String resource, Class<?> beside) {
        URL url = beside.getClassLoader().getResource(resource);
        if (url == null) {
            throw new ModelProblem(
                    "The ONNX runtime is not installed beside Lotse. Maybe add onnxruntime to its libraries.");
        }
        String text = url.toString();
        return file(text.substring(0, text.length() - resource.length()));
    }

    private static String file(String location) {
        String plain = location.replaceFirst("^jar:", "").replaceFirst("!/$", "");
        if (!plain.startsWith("file:") || plain.contains("!")) {
            throw new ModelProblem("The ONNX runtime lies within another archive (" + location
                    + "). Maybe unpack the application: java -Djarmode=tools -jar lotse.jar extract.");
        }
        return Path.of(java.net.URI.create(plain)).toString();
    }
}
