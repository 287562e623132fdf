package org.lotse.models.definition;

/**
 * Which rows of an uplift model were treated.
 *
 * @param column the column, or the field of the observed event
 * @param treated its value for treated rows
 * @param control its value for the control group; rows with neither are left out
 */
public record Treatment(String column, String treated, String control) {}
