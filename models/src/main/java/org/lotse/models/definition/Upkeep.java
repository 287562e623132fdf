package org.lotse.models.definition;

import java.util.Optional;
import java.util.OptionalInt;
import org.lotse.engine.term.Period;

/**
 * How a model is kept fresh.
 *
 * @param every retrain after this time
 * @param afterOutcomes or after so many outcomes
 * @param personConfirms whether a person promotes a better version; otherwise it promotes itself
 */
public record Upkeep(Optional<Period> every, OptionalInt afterOutcomes, boolean personConfirms) {}
