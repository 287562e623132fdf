package org.lotse.engine.rule;

import org.lotse.engine.term.SubjectType;

/**
 * A named part of all subjects of a type: "families where it snows".
 *
 * @param name as people write it
 * @param subject whom it sorts
 * @param row where its author finds it
 */
public record Segment(String name, SubjectType subject, RowRef row) {}
