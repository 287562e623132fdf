package org.lotse.api.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key of the installation: from configuration ({@code LOTSE_MASTER_KEY}, base64 of 32 bytes), or made once and kept
 * in the data directory, readable by its owner only. Several instances need the configured one. It wraps all subject keys;
 * keys for other uses are derived from it.
 */
public final class MasterKey {
    private static final int BYTES = 32;
    private static final String MAC = "HmacSHA256";

    private final byte[] key;

    /**
     * @param key 32 bytes
     */
    public MasterKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("The master key has " + key.length
                    + " bytes instead of 32. Maybe make one with: openssl rand -base64 32");
        }
        this.key = key.clone();
    }

    /** The configured key, else the one kept in the data directory, made when there is none. */
    public static MasterKey of(@Nullable String configured, Path data) {
        if (configured != null && !configured.isBlank()) {
            return new MasterKey(Base64.getDecoder().decode(configured.strip()));
        }
        Path file = data.resolve("master.key");
        try {
            return new MasterKey(Base64.getDecoder()
                    .decode(Files.exists(file) ? Files.readString(file).strip() : made(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The master key " + file + " could not be read or made: " + e.getMessage(), e);
        }
    }

    /** The key that wraps subject keys. */
    SecretKey wrapping() {
        return new SecretKeySpec(key, "AES");
    }

    /** A key for one other use, by that use's name. */
    public SecretKey derived(String use) {
        return new SecretKeySpec(hash(new SecretKeySpec(key, MAC), use.getBytes(StandardCharsets.UTF_8)), MAC);
    }

    /** The keyed hash (HMAC-SHA256) of some bytes. */
    public static byte[] hash(SecretKey key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + MAC + ". Maybe it is not a complete JDK.", e);
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
