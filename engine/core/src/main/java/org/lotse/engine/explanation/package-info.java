/**
 * Why a candidate was not chosen, and the smallest change that would have had it chosen.
 *
 * <p>Start at {@link org.lotse.engine.explanation.ExplainDecision}. Everything is derived from a decision's record, the
 * bundle and the models it names; what is stated has been tried by deciding again. May depend on every package of the
 * engine core but planning.
 *
 * <p>A <em>flip</em> is the smallest single change ({@link org.lotse.engine.explanation.Change}) after which the candidate
 * is among those chosen, through all stages. One thing changes; what is calculated, predicted or ranked from it follows as
 * far as the models and statistics named by the record are at hand, and the rules conclude anew; everything else stays as
 * it was read. Where no single change suffices, all that are needed together are named, none of which could be left out.
 *
 * <p>"Smallest" compares changes by their <em>distance</em>:
 *
 * <ul>
 *   <li>a figure: how far it moves, divided by its scale: 1 for a probability, 100 for a percent, a year for a date, else
 *       the span from 0 (or from the lowest figure, if negative) to the highest figure that any rule compares it with or
 *       that was read, at most the declared range
 *   <li>a choice, yes or no, a text, a consent, an objection, another channel, or a missing value that becomes known: 1
 *   <li>an estimate that becomes known with the same value: 0.5
 *   <li>waiting: days divided by 90
 *   <li>a factor of the formula: the chance by how far it moves; an amount of the company's own by how far it moves, divided
 *       by the amount
 * </ul>
 */
@NullMarked
package org.lotse.engine.explanation;

import org.jspecify.annotations.NullMarked;
