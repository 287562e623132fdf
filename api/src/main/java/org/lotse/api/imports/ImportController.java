package org.lotse.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports over HTTP: the file is taken whole, then read as a job. */
@RestController
@RequestMapping("/v1/imports")
class ImportController {
    private final ImportFile imports;
    private final Mappings mappings;
    private final Jobs jobs;
    private final Path uploads;

    ImportController(ImportFile imports, Mappings mappings, Jobs jobs, @Value("${lotse.data}") Path data) {
        this.imports = imports;
        this.mappings = mappings;
        this.jobs = jobs;
        this.uploads = data.resolve("uploads");
    }

    /** A job that was started. */
    record Started(UUID id, String status) {}

    @GetMapping("/mappings")
    Map<String, Set<String>> mappings() {
        return Map.of("names", mappings.names());
    }

    @PostMapping
    ResponseEntity<Started> post(
            @RequestParam String mapping, InputStream body, Locale language, @AuthenticationPrincipal Caller caller)
            throws IOException {
        imports.check(mapping);
        Files.createDirectories(uploads);
        Path file = Files.createTempFile(uploads, "import-", "");
        try {
            if (Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING) == 0) {
                throw ProblemException.invalid("", "EMPTY_FILE");
            }
            UUID id = jobs.submit("import", caller.name(), language, run -> {
                try {
                    return imports.run(file, mapping, caller.name(), language, run);
                } finally {
                    Files.deleteIfExists(file);
                }
            });
            return ResponseEntity.accepted()
                    .location(URI.create("/v1/jobs/" + id))
                    .body(new Started(id, "/v1/jobs/" + id));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
