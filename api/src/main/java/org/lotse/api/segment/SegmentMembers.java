package org.lotse.api.segment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.decision.JudgeSubject;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Segment;
import org.lotse.engine.term.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the members of a segment by asking every stored subject of its type, some at a time. */
@Component
class SegmentMembers {
    private static final int MOST = 1_000;
    /** How many subjects one page looks at, so that an answer about a rare segment comes in time. */
    private static final int LOOKED_AT = 5_000;

    private static final int CHUNK = 500;

    private final JdbcClient database;
    private final JudgeSubject judge;
    private final RuleSets ruleSets;
    private final Clock clock;

    SegmentMembers(JdbcClient database, JudgeSubject judge, RuleSets ruleSets, Clock clock) {
        this.database = database;
        this.judge = judge;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /**
     * Some members.
     *
     * @param next the last subject looked at; empty when there are no more
     */
    record Page(List<String> ids, Optional<String> next) {}

    Page after(Segment segment, Optional<String> cursor, int limit) {
        int wanted = Math.clamp(limit, 1, MOST);
        RuleSet rules = ruleSets.active();
        Instant now = clock.instant();
        List<String> members = new ArrayList<>();
        String last = cursor.orElse("");
        for (int looked = 0; looked < LOOKED_AT; looked += CHUNK) {
            List<String> ids = ids(segment, last);
            for (String id : ids) {
                if (judge.isMember(new SubjectId(segment.subject(), id), segment, now, rules)) {
                    members.add(id);
                }
                last = id;
                if (members.size() == wanted) {
                    return new Page(members, Optional.of(last));
                }
            }
            if (ids.size() < CHUNK) {
                return new Page(members, Optional.empty());
            }
        }
        return new Page(members, Optional.of(last));
    }

    private List<String> ids(Segment segment, String after) {
        return database.sql("select id from subject where type = ? and id > ? order by id limit ?")
                .params(segment.subject().value(), after, CHUNK)
                .query((row, number) -> row.getString("id"))
                .list();
    }
}
