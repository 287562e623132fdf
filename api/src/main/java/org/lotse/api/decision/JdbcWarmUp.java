package org.lotse.api.decision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.decision.Answer;
import org.lotse.engine.decision.DecideNextBestAction;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes some decisions that nobody asked for before the service says that it is ready, so that the first callers are
 * answered within the time budget too; worded and packed as for the log. They are what-ifs: nothing is reserved or kept.
 */
@Component
public class JdbcWarmUp {
    private static final Duration LONGEST = Duration.ofSeconds(6);
    private static final int ROUNDS = 20;

    private final DecideNextBestAction decide;
    private final Deciding deciding;
    private final PackRecords pack;
    private final RuleSets ruleSets;
    private final ContactLedger ledger;
    private final JdbcClient database;
    private final Clock clock;

    JdbcWarmUp(
            DecideNextBestAction decide,
            Deciding deciding,
            PackRecords pack,
            RuleSets ruleSets,
            ContactLedger ledger,
            JdbcClient database,
            Clock clock) {
        this.decide = decide;
        this.deciding = deciding;
        this.pack = pack;
        this.ruleSets = ruleSets;
        this.ledger = ledger;
        this.database = database;
        this.clock = clock;
    }

    /** Warms up, for six seconds at most. */
    public void run() {
        Instant until = clock.instant().plus(LONGEST);
        for (int round = 0; round < ROUNDS; round++) {
            for (DecisionDeclaration declaration :
                    ruleSets.active().vocabulary().decisions().values()) {
                for (SubjectId subject : some(declaration)) {
                    if (clock.instant().isAfter(until)) {
                        return;
                    }
                    ledger.person(subject);
                    if (decide.decide(whatIf(declaration, subject)) instanceof Answer.Decided(DecisionRecord record)) {
                        deciding.worded(record, round % 2 == 0 ? Locale.ENGLISH : Locale.GERMAN);
                        pack.pack(
                                record,
                                ruleSets.version(record.versions().rules()).orElseThrow());
                    }
                }
            }
        }
    }

    private List<SubjectId> some(DecisionDeclaration declaration) {
        return database.sql("select id from subject where type = ? order by id limit 10")
                .param(declaration.subject().value())
                .query((row, number) -> new SubjectId(declaration.subject(), row.getString(1)))
                .list();
    }

    private DecisionRequest whatIf(DecisionDeclaration declaration, SubjectId subject) {
        return new DecisionRequest(
                declaration.key(),
                subject,
                Optional.empty(),
                Direction.INBOUND,
                3,
                Map.of(),
                Map.of(),
                clock.instant(),
                1,
                true);
    }
}
