package org.lotse.api.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;

/**
 * A decision to be kept.
 *
 * @param id made by {@link DecisionId}
 * @param decision which decision
 * @param subject about whom
 * @param at the moment of decision
 * @param direction INBOUND or OUTBOUND
 * @param action the first candidate chosen
 * @param channel its channel
 * @param probability with which probability it came first
 * @param rules the bundle decided by
 * @param kept the purpose whose retention period applies
 * @param record everything personal, still readable; it is written as ciphertext under the subject's key
 */
public record LogEntry(
        String id,
        String decision,
        SubjectId subject,
        Instant at,
        String direction,
        @Nullable String action,
        @Nullable String channel,
        double probability,
        String rules,
        Purpose kept,
        byte[] record) {}
