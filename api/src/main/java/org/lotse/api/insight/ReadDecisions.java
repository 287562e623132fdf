package org.lotse.api.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lotse.api.decision.RecordedDecisions;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.springframework.stereotype.Component;

/**
 * Reads a sample of the stored decisions about subjects of a type. A subject counts once per time, with its last decision: who
 * is asked about often would otherwise count for many and make chance look like change. The same time gives the same sample.
 */
@Component
class ReadDecisions {
    private static final int AT_ONCE = 500;

    private final RecordedDecisions recorded;
    private final RuleSets rules;

    ReadDecisions(RecordedDecisions recorded, RuleSets rules) {
        this.recorded = recorded;
        this.rules = rules;
    }

    /**
     * @param from first moment
     * @param until the moment after the last one
     * @param most decisions read at most
     */
    List<SeenDecision> sample(SubjectType subject, Instant from, Instant until, int most) {
        Map<SubjectId, SeenDecision> last = new HashMap<>();
        rules.active().vocabulary().decisions().values().stream()
                .filter(decision -> decision.subject().equals(subject))
                .forEach(decision -> read(recorded.sample(decision.key(), from, until, most), from, until)
                        .forEach(one -> last.merge(one.subject(), one, (a, b) -> a.at().isAfter(b.at()) ? a : b)));
        return last.values().stream()
                .sorted(Comparator.comparing(SeenDecision::id))
                .toList();
    }

    /** Decisions by their ids; those that only asked what would be, and those of erased persons, are left out. */
    List<SeenDecision> read(List<String> ids, Instant from, Instant until) {
        List<SeenDecision> seen = new ArrayList<>();
        for (int start = 0; start < ids.size(); start += AT_ONCE) {
            recorded.read(ids.subList(start, Math.min(ids.size(), start + AT_ONCE)), from, until)
                    .forEach(one -> one.record()
                            .filter(record -> !record.whatIf())
                            .map(SeenDecision::of)
                            .ifPresent(seen::add));
        }
        return seen;
    }
}
