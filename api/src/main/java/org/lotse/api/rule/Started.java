package org.lotse.api.rule;

import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/** A job that was started: its result is read at {@code /v1/jobs/<id>}. */
record Started(UUID jobId) {
    static ResponseEntity<Started> answer(UUID job) {
        return ResponseEntity.accepted().location(URI.create("/v1/jobs/" + job)).body(new Started(job));
    }
}
