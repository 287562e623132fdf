package org.lotse.api.bench;

import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One table with an id and a text. */
@Component
@ConditionalOnProperty("lotse.bench")
class JdbcBareRows {
    private final JdbcClient database;

    JdbcBareRows(JdbcClient database) {
        this.database = database;
        database.sql("create table if not exists bench_row (id text primary key, body text not null)")
                .update();
    }

    String keep(String body) {
        String id = UUID.randomUUID().toString();
        database.sql("insert into bench_row (id, body) values (?, ?)")
                .params(id, body)
                .update();
        return id;
    }
}
