/**
 * How the terms of all customers are distributed: medians, most frequent values and percentiles, computed nightly and
 * after training by one instance, served from memory by all. Start at
 * {@link org.lotse.api.population.ComputePopulation}. May depend on model, rule and subjects.
 */
@NullMarked
package org.lotse.api.population;

import org.jspecify.annotations.NullMarked;
