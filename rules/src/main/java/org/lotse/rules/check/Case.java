package org.lotse.rules.check;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Value;

/**
 * One kind of value a column can meet: a point, a stretch between two points, a choice, "missing".
 *
 * @param value a value of this kind; null when the term is missing
 * @param given whether the term has a value
 * @param en how to say it in English
 * @param de how to say it in German
 * @param single whether it is a single point or choice; a stretch is the better name for both together
 * @param met the rows whose conditions on the column hold
 */
record Case(@Nullable Value value, boolean given, String en, String de, boolean single, BitSet met) {}
