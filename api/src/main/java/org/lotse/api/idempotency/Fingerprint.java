package org.lotse.api.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * What tells two requests under one key apart: query and body. An import is too large to be read beforehand; there its
 * length stands for it.
 *
 * @param hash SHA-256
 * @param request the request, its body still to be read
 */
record Fingerprint(byte[] hash, HttpServletRequest request) {
    /** Whether the body is a stream of lines, answered line by line: too long to be kept. */
    static boolean isLines(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType()).orElse("").startsWith("application/x-ndjson")
                && !request.getRequestURI().startsWith("/v1/imports");
    }

    static Fingerprint of(HttpServletRequest request) throws IOException {
        MessageDigest hash = sha256();
        hash.update(Optional.ofNullable(request.getQueryString()).orElse("").getBytes(StandardCharsets.UTF_8));
        if (request.getRequestURI().startsWith("/v1/imports")) {
            hash.update(Long.toString(request.getContentLengthLong()).getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(hash.digest(), request);
        }
        byte[] body = request.getInputStream().readAllBytes();
        hash.update(body);
        return new Fingerprint(hash.digest(), new Again(request, body));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** A request whose body has been read and can be read once more. */
    private static final class Again extends HttpServletRequestWrapper {
        private final byte[] body;

        Again(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return bytes.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("The body is here already and is read at once.");
                }
            };
        }
    }
}
