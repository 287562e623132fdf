package org.lotse.api.rule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lotse.rules.read.RuleBundle;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The files of a bundle as the API lists and sends them. */
final class RuleFiles {
    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final Pattern TABLE_NAME =
            Pattern.compile("\\A\\uFEFF?(?:Table|Tabelle)[,;\\t]\"?([^,;\\t\"\\r\\n]+)");

    private RuleFiles() {}

    /**
     * A file of a bundle.
     *
     * @param path below {@code rules/}
     * @param title what it calls itself, else its name
     * @param bytes its size
     */
    record Listed(String path, String title, int bytes) {}

    static List<Listed> list(RuleBundle bundle) {
        return bundle.files().entrySet().stream()
                .map(file -> new Listed(
                        file.getKey(),
                        title(file.getKey(), file.getValue()).orElseGet(() -> name(file.getKey())),
                        file.getValue().length))
                .toList();
    }

    /** An answer that offers the file for saving under its name; a browser never runs it. */
    static ResponseEntity.BodyBuilder answer(String path, byte[] content) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return ResponseEntity.ok()
                .contentType(type(path))
                .contentLength(content.length)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file, StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }

    private static Optional<String> title(String path, byte[] content) {
        if (!path.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return Optional.empty();
        }
        String start = new String(content, 0, Math.min(content.length, 200), StandardCharsets.UTF_8);
        Matcher name = TABLE_NAME.matcher(start);
        return name.find() ? Optional.of(name.group(1).strip()) : Optional.empty();
    }

    private static String name(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static MediaType type(String path) {
        String file = path.toLowerCase(Locale.ROOT);
        if (file.endsWith(".csv")) {
            return CSV;
        }
        if (file.endsWith(".xlsx")) {
            return WORKBOOK;
        }
        if (file.endsWith(".yaml") || file.endsWith(".yml")) {
            return YAML;
        }
        return file.endsWith(".rules") || file.endsWith(".txt") || file.endsWith(".md")
                ? TEXT
                : MediaType.APPLICATION_OCTET_STREAM;
    }
}
