package org.lotse.api.rule;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lotse.rules.read.RuleBundle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every rule bundle that ever was approved, by content hash. */
@Component
class JdbcRuleBundles {
    private final JdbcClient database;

    JdbcRuleBundles(JdbcClient database) {
        this.database = database;
    }

    /**
     * A kept bundle.
     *
     * @param version its content hash
     * @param madeBy who brought it in
     * @param madeAt when
     */
    record Kept(String version, String madeBy, Instant madeAt) {}

    /** Keeps a bundle; one that is there already stays as it is. */
    String keep(RuleBundle bundle, String by, Instant at) {
        String version = bundle.version();
        database.sql("insert into rule_bundle (version, files, made_by, made_at) values (?, ?, ?, ?)"
                        + " on conflict (version) do nothing")
                .params(version, PackedFiles.pack(bundle), by, Timestamp.from(at))
                .update();
        return version;
    }

    Optional<RuleBundle> find(String version) {
        return database.sql("select files from rule_bundle where version = ?")
                .param(version)
                .query((row, number) -> PackedFiles.unpack(row.getBytes(1)))
                .optional();
    }

    /** All of them, the youngest first. */
    List<Kept> all() {
        return database.sql("select version, made_by, made_at from rule_bundle order by made_at desc, version")
                .query((row, number) -> new Kept(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }
}
