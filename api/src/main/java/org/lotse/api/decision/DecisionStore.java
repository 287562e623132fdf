package org.lotse.api.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lotse.api.log.DecisionRows;
import org.lotse.api.log.LogEntry;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.decision.DecisionLog;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Purpose;

/** The engine's log of decisions: packs records and hands them to the rows. Thread-safe. */
final class DecisionStore implements DecisionLog {
    private final DecisionRows rows;
    private final PackRecords pack;
    private final RuleSets ruleSets;

    DecisionStore(DecisionRows rows, PackRecords pack, RuleSets ruleSets) {
        this.rows = rows;
        this.pack = pack;
        this.ruleSets = ruleSets;
    }

    /**
     * A stored decision.
     *
     * @param rules the bundle it was decided by
     * @param packed what was read and decided; empty when the subject's key has been destroyed
     */
    record Stored(Instant at, String rules, Optional<PackRecords.Packed> packed) {}

    @Override
    public void append(DecisionRecord record, Runnable waiting) {
        RuleSet rules = ruleSets.version(record.versions().rules())
                .orElseThrow(() -> new IllegalStateException(
                        "The rule bundle " + record.versions().rules() + " just used is not kept."));
        Decision decision = record.decision();
        Optional<Decision.Ranked> first = decision.ranked().stream().findFirst();
        rows.append(
                new LogEntry(
                        record.id(),
                        record.inputs().decision(),
                        record.inputs().subject(),
                        record.inputs().at(),
                        record.inputs().direction().name(),
                        first.map(ranked -> ranked.candidate().toString()).orElse(null),
                        first.flatMap(Decision.Ranked::channel)
                                .map(ChannelKey::value)
                                .orElse(null),
                        decision.probability(),
                        record.versions().rules(),
                        kept(decision, rules),
                        pack.pack(record, rules)),
                waiting);
    }

    Optional<Stored> find(String id) {
        return rows.find(id)
                .map(kept -> new Stored(
                        kept.at(),
                        kept.rules(),
                        kept.record().map(record -> pack.unpack(id, kept.at(), kept.rules(), record))));
    }

    /** How many decisions of a kind were taken from a moment on, before another. */
    long count(String decision, Instant from, Instant until) {
        return rows.count(decision, from, until);
    }

    /** The ids of some of them, in an order that has nothing to do with them. */
    List<String> sample(String decision, Instant from, Instant until, int most) {
        return rows.sample(decision, from, until, most);
    }

    /** Some decisions of a time at once. */
    List<RecordedDecisions.Recorded> find(List<String> ids, Instant from, Instant until) {
        return rows.find(ids, from, until).stream().map(this::recorded).toList();
    }

    private RecordedDecisions.Recorded recorded(DecisionRows.Kept kept) {
        try {
            return new RecordedDecisions.Recorded(
                    kept.id(),
                    kept.rules(),
                    kept.subject().isEmpty(),
                    kept.record()
                            .map(record -> pack.unpack(kept.id(), kept.at(), kept.rules(), record)
                                    .record()));
        } catch (RuntimeException unreadable) {
            return new RecordedDecisions.Recorded(kept.id(), kept.rules(), false, Optional.empty());
        }
    }

    boolean isExpired(String id) {
        return rows.isExpired(id);
    }

    /** A decision that put a marketing action forward is kept as long as marketing data. */
    private static Purpose kept(Decision decision, RuleSet rules) {
        return decision.ranked().stream()
                        .flatMap(ranked -> ranked.candidate() instanceof CandidateRef.OfAction(var key)
                                ? rules.catalogue().action(key).stream()
                                : java.util.stream.Stream.<Action>empty())
                        .anyMatch(action -> action.purpose() == Purpose.MARKETING)
                ? Purpose.MARKETING
                : Purpose.SERVICE;
    }
}
