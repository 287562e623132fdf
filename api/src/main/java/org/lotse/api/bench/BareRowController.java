package org.lotse.api.bench;

import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the request body in one durable row and answers its id: what a decision cannot be cheaper than. */
@RestController
@ConditionalOnProperty("lotse.bench")
class BareRowController {
    private final JdbcClient database;

    BareRowController(JdbcClient database) {
        this.database = database;
        database.sql("create table if not exists bench_row (id text primary key, body text not null)")
                .update();
    }

    @PostMapping("/v1/bench/rows")
    Map<String, String> keep(@RequestBody String body) {
        String id = UUID.randomUUID().toString();
        database.sql("insert into bench_row (id, body) values (?, ?)")
                .params(id, body)
                .update();
        return Map.of("id", id);
    }
}
