package org.lotse.api.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Tokens are 256 random bits; the database keeps their SHA-256 only, so a copy of it opens nothing. */
final class TokenHash {
    private static final int BYTES = 32;

    private TokenHash() {}

    static String newToken(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return "lotse_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static byte[] of(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
