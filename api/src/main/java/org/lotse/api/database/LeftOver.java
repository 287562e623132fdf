package org.lotse.api.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.lotse.api.cli.Failed;

/**
 * The server's own note of the process that runs on a data directory ({@code postmaster.pid}), found although we hold
 * the directory: its lotse was killed.
 *
 * @param note the file
 * @param lines its lines: process id, directory, start time, port, ...
 */
record LeftOver(Path note, List<String> lines) {
    private static final int PATIENCE_SECONDS = 15;
    private static final int PORT_LINE = 3;

    /** The note in a server's data directory, if there is one. */
    static Optional<LeftOver> in(Path files) {
        Path note = files.resolve("postmaster.pid");
        try {
            return Files.exists(note) ? Optional.of(new LeftOver(note, Files.readAllLines(note))) : Optional.empty();
        } catch (IOException e) {
            throw new Failed("The file " + note + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The port the server listens on, if the note is complete. */
    Optional<Integer> port() {
        return lines.size() > PORT_LINE
                ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()))
                : Optional.empty();
    }

    /** Ends the server if it still runs, and removes the note. */
    void stop(Consumer<String> progress) {
        process().ifPresent(process -> {
            progress.accept("Stopping the PostgreSQL a killed lotse left behind (process " + process.pid() + ") ...");
            end(process);
        });
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new Failed("The stale file " + note + " cannot be removed: " + e.getMessage(), e);
        }
    }

    /** The process of that id, if it is a PostgreSQL: ids are used again after a restart of the machine. */
    private Optional<ProcessHandle> process() {
        return lines.stream()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()))
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new Failed("The PostgreSQL process " + process.pid() + " cannot be stopped: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("Interrupted while waiting for PostgreSQL to stop.", e);
        }
    }
}
