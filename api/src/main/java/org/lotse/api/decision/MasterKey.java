package org.lotse.api.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key that wraps all subject keys: from configuration ({@code LOTSE_MASTER_KEY}, base64 of 32 bytes), or made once
 * and kept in the data directory, readable by its owner only. Several instances need the configured one.
 */
final class MasterKey {
    private static final int BYTES = 32;

    private MasterKey() {}

    static byte[] of(@org.jspecify.annotations.Nullable String configured, Path data) {
        if (configured != null && !configured.isBlank()) {
            return Base64.getDecoder().decode(configured.strip());
        }
        Path file = data.resolve("master.key");
        try {
            return Base64.getDecoder()
                    .decode(Files.exists(file) ? Files.readString(file).strip() : made(file));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The master key " + file + " could not be read or made: " + e.getMessage(), e);
        }
    }

    private static String made(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        String text = Base64.getEncoder().encodeToString(key);
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return text;
        } catch (FileAlreadyExistsException other) {
            return Files.readString(file).strip();
        }
    }
}
