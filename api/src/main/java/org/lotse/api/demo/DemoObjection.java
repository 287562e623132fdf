package org.lotse.api.demo;

import java.time.Instant;
import org.lotse.engine.term.SubjectId;

/**
 * An objection to marketing on all channels.
 *
 * @param customer who
 * @param at since when
 */
public record DemoObjection(SubjectId customer, Instant at) {}
