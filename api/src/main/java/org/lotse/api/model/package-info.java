/**
 * The models of the service: trained from the stored history, kept in every version, promoted by a person, served from
 * memory on all instances; and the command line {@code lotse model}. Start at {@link org.lotse.api.model.TrainModels} and
 * {@link org.lotse.api.model.JdbcServedModels}. Learning itself is the models module's work. May depend on jobs, subjects,
 * values, problem and security.
 */
@NullMarked
package org.lotse.api.model;

import org.jspecify.annotations.NullMarked;
