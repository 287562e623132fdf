package org.lotse.models.definition;

import java.util.Optional;
import java.util.OptionalInt;
import org.lotse.engine.term.Period;

/**
 * How a model is kept fresh.
 *
 * @param every retrain after this time
 * @param afterOutcomes or after so many outcomes
 * @param afterErasure how soon after somebody was erased a version that learned from them no longer answers
 * @param personConfirms whether a person promotes a better version; otherwise it promotes itself
 */
public record Upkeep(Optional<Period> every, OptionalInt afterOutcomes, Period afterErasure, boolean personConfirms) {
    /** What holds where nothing is said. */
    public static final Period AFTER_ERASURE = Period.parse("30d");
}
