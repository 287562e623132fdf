package org.lotse.models.history;

import java.time.Instant;
import java.util.Map;

/**
 * One observation: a subject at a moment, and what came of it.
 *
 * @param story whose
 * @param at what is known then is what the model may know
 * @param target 1 when the wanted outcome followed, else 0
 * @param extra what is known beside the terms: action, channel, hour, group
 */
record Moment(Story story, Instant at, double target, Map<String, String> extra) {}
