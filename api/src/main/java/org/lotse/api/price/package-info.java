/**
 * What scarce capacities cost, and what limits cost the business. Decisions are watched after they have been recorded
 * ({@link org.lotse.api.price.WatchDecisions}); every few minutes prices follow from what they wanted and what is left
 * ({@link org.lotse.api.price.ComputePrices}); deciding looks them up in memory ({@link org.lotse.api.price.JdbcPrices}).
 * Without enough decisions, and for a capacity without an amount, the settings' price applies. May depend on database,
 * decision, rule and model.
 */
@NullMarked
package org.lotse.api.price;

import org.jspecify.annotations.NullMarked;
