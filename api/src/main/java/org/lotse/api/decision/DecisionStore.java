package org.lotse.api.decision;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionLog;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decision log in PostgreSQL. Thread-safe. */
final class DecisionStore implements DecisionLog {
    private final JdbcClient database;
    private final SubjectKeys keys;
    private final RuleSets ruleSets;
    private final EngineVersion engine;

    DecisionStore(JdbcClient database, SubjectKeys keys, RuleSets ruleSets, EngineVersion engine) {
        this.database = database;
        this.keys = keys;
        this.ruleSets = ruleSets;
        this.engine = engine;
    }

    /**
     * A stored decision.
     *
     * @param subject about whom
     * @param rules the bundle it was decided by
     * @param record what was read; empty when the subject's key has been destroyed
     * @param answer the answer without its words; empty likewise
     */
    record Stored(
            SubjectId subject, Instant at, String rules, Optional<DecisionRecord> record, Optional<String> answer) {}

    @Override
    public void append(DecisionRecord record) {
        RuleSet rules = ruleSets.version(record.versions().rules())
                .orElseThrow(() -> new IllegalStateException(
                        "The rule bundle " + record.versions().rules() + " just used is not kept."));
        SubjectId subject = record.inputs().subject();
        Decision decision = record.decision();
        Optional<Decision.Ranked> first = decision.ranked().stream().findFirst();
        database.sql("""
                        insert into decision (id, decision, subject_type, subject_id, at, direction, action, channel,
                            probability, rules, record, answer)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(record.id())
                .param(record.inputs().decision())
                .param(subject.type().value())
                .param(subject.id())
                .param(Timestamp.from(record.inputs().at()))
                .param(record.inputs().direction().name())
                .param(first.map(ranked -> ranked.candidate().toString()).orElse(null))
                .param(first.flatMap(Decision.Ranked::channel)
                        .map(org.lotse.engine.action.ChannelKey::value)
                        .orElse(null))
                .param(decision.probability())
                .param(record.versions().rules())
                .param(keys.encrypt(subject, RecordJson.write(record)))
                .param(keys.encrypt(subject, canonical(record, decision, rules)))
                .update();
    }

    /** The answer without words: what replay compares. */
    String canonical(DecisionRecord record, Decision decision, RuleSet rules) {
        return new AnswerJson(rules, engine, Optional.empty())
                .write(record, decision)
                .toString();
    }

    Optional<Stored> find(String id) {
        return database.sql("select subject_type, subject_id, at, rules, record, answer from decision where id = ?")
                .params(id)
                .query((row, number) -> {
                    SubjectId subject =
                            new SubjectId(new SubjectType(row.getString("subject_type")), row.getString("subject_id"));
                    return new Stored(
                            subject,
                            row.getTimestamp("at").toInstant(),
                            row.getString("rules"),
                            keys.decrypt(subject, row.getBytes("record")).map(RecordJson::read),
                            keys.decrypt(subject, row.getBytes("answer")));
                })
                .optional();
    }
}
