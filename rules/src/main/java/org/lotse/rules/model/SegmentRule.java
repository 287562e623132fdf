package org.lotse.rules.model;

import org.lotse.engine.rule.Segment;
import org.lotse.engine.term.Language;

/**
 * Who belongs to a segment.
 *
 * @param segment its name and place
 * @param language the language it is written in
 * @param condition what holds for those who belong to it
 */
public record SegmentRule(Segment segment, Language language, Condition condition) {}
