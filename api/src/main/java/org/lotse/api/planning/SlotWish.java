package org.lotse.api.planning;

import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.routes.Place;
import org.lotse.engine.planning.routes.Visit;

/**
 * For whom a time is looked for.
 *
 * @param place where that is, or null when the plan knows it
 * @param notBefore no earlier minute of the plan is offered
 * @param most how many times to offer
 */
record SlotWish(Visit visit, @Nullable Place place, double notBefore, int most) {}
