package org.lotse.api.bench;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the request body in one durable row and answers its id: what a decision cannot be cheaper than. */
@RestController
@ConditionalOnProperty("lotse.bench")
class BareRowController {
    private final JdbcBareRows rows;

    BareRowController(JdbcBareRows rows) {
        this.rows = rows;
    }

    @PostMapping("/v1/bench/rows")
    Map<String, String> keep(@RequestBody String body) {
        return Map.of("id", rows.keep(body));
    }
}
