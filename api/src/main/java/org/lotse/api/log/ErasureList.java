package org.lotse.api.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who was erased and when, kept in a file beside the database ({@code erasures.log}): a backup of the database that is
 * restored does not bring back who was erased after it was made. The file holds keyed hashes, no names. Thread-safe.
 */
final class ErasureList {
    private final Path file;

    ErasureList(Path data) {
        this.file = data.resolve("erasures.log");
    }

    /**
     * An erasure.
     *
     * @param hash keyed hash of the subject's type and id, in hexadecimal
     * @param at when
     */
    record Erasure(String hash, Instant at) {
        static Erasure parse(String line) {
            String[] parts = line.strip().split(" ", 2);
            if (parts.length != 2 || parts[0].length() != 64) {
                throw new IllegalArgumentException("\"" + line
                        + "\" is no line of an erasure list. Maybe it is another file: lines are a hash and a time.");
            }
            return new Erasure(
                    HexFormat.of().formatHex(HexFormat.of().parseHex(parts[0])), Instant.parse(parts[1].strip()));
        }

        @Override
        public String toString() {
            return hash + " " + at;
        }
    }

    synchronized void add(Erasure erasure) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    erasure + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The erasure could not be noted in " + file + "; it is in the database. Maybe the disk is full.",
                    e);
        }
    }

    synchronized Set<Erasure> all() {
        Set<Erasure> all = new LinkedHashSet<>();
        if (Files.exists(file)) {
            try {
                Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                        .filter(line -> !line.isBlank())
                        .map(Erasure::parse)
                        .forEach(all::add);
            } catch (IOException e) {
                throw new UncheckedIOException("The erasures in " + file + " could not be read", e);
            }
        }
        return all;
    }
}
