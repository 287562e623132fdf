package org.lotse.api.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;

/** The lines of text of a file, plain or gzip, none of them longer than memory bears. */
final class TextLines implements AutoCloseable {
    private static final int LONGEST = 1_000_000;
    private static final int BUFFER = 1 << 16;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Charset charset;
    private final boolean exact;
    private final boolean guessed;
    private final Counted file;
    private final double size;
    private final Reader reader;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int filled;

    /**
     * Opens a file.
     *
     * @param given the charset, if somebody said it; else UTF-8 where all of the file is, UTF-16 by its mark, or Windows-1252
     * @throws ProblemException when it is gzip that is damaged: then nothing of it is read
     */
    TextLines(Path path, Optional<Charset> given) throws IOException {
        Optional<Charset> sure = given.or(() -> marked(path));
        boolean utf8 = isWhole(path, sure.orElse(StandardCharsets.UTF_8));
        this.charset = sure.orElse(utf8 ? StandardCharsets.UTF_8 : WINDOWS);
        this.exact = utf8;
        this.guessed = sure.isEmpty() && !utf8;
        this.size = Math.max(1, Files.size(path));
        this.file = new Counted(Files.newInputStream(path));
        this.reader = new InputStreamReader(unpacked(file), charset);
    }

    /** A line without its end, and why it cannot be read. */
    record Line(String text, @Nullable FieldProblem damage) {}

    /** What is worth saying about the whole file. */
    Optional<FieldProblem> note() {
        return guessed ? Optional.of(FieldProblem.of("", "READ_AS", charset.name())) : Optional.empty();
    }

    /** How much of the file has been read, 0 to 1. */
    double share() {
        return file.count / size;
    }

    /** The next line, null at the end. */
    @Nullable
    Line next() throws IOException {
        if (at == filled && !fill()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        do {
            int end = at;
            while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            tooLong |= text.length() + end - at > LONGEST;
            if (!tooLong) {
                text.append(buffer, at, end - at);
            }
            at = end;
        } while (at == filled && fill());
        passLineEnd();
        return line(text.toString(), tooLong);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private Line line(String text, boolean tooLong) {
        if (tooLong) {
            return new Line("", FieldProblem.of("", "LINE_TOO_LONG", LONGEST));
        }
        if (text.indexOf(0) >= 0) {
            return new Line(text, FieldProblem.of("", "NULL_CHARACTER"));
        }
        if (!exact && text.indexOf('\uFFFD') >= 0) {
            return new Line(text, FieldProblem.of("", "UNREADABLE_CHARACTER", charset.name()));
        }
        return new Line(text, null);
    }

    private void passLineEnd() throws IOException {
        if (at == filled) {
            return;
        }
        boolean windows = buffer[at++] == '\r';
        if (windows && (at < filled || fill()) && buffer[at] == '\n') {
            at++;
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, reader.read(buffer));
        return filled > 0;
    }

    private static Optional<Charset> marked(Path path) {
        try (InputStream start = unpacked(Files.newInputStream(path))) {
            int first = start.read();
            int second = start.read();
            boolean utf16 = first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF;
            return utf16 ? Optional.of(StandardCharsets.UTF_16) : Optional.empty();
        } catch (IOException e) {
            throw ProblemException.invalid("", "DAMAGED_GZIP");
        }
    }

    /** Whether every byte is a character; reads to the end, so that damaged gzip is noticed before anything is stored. */
    private static boolean isWhole(Path path, Charset charset) throws IOException {
        try (InputStream bytes = unpacked(Files.newInputStream(path));
                Reader strict = new InputStreamReader(
                        bytes,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            char[] passed = new char[BUFFER];
            int count = 0;
            while (count >= 0) {
                try {
                    count = strict.read(passed);
                } catch (CharacterCodingException e) {
                    bytes.transferTo(java.io.OutputStream.nullOutputStream());
                    return false;
                }
            }
            return true;
        } catch (ZipException | EOFException e) {
            throw ProblemException.invalid("", "DAMAGED_GZIP");
        }
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        InputStream plain = new BufferedInputStream(file, BUFFER);
        plain.mark(2);
        boolean gzip = plain.read() == 0x1f && plain.read() == 0x8b;
        plain.reset();
        try {
            return gzip ? new GZIPInputStream(plain, BUFFER) : plain;
        } catch (ZipException | EOFException e) {
            plain.close();
            throw ProblemException.invalid("", "DAMAGED_GZIP");
        }
    }

    /** Counts the bytes of the file, packed or not. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream file) {
            super(file);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
