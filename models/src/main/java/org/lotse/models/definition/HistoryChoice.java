package org.lotse.models.definition;

/**
 * Where in a table a subject's earlier rows are found.
 *
 * @param by the column that says whose row it is
 * @param at when the row was written
 * @param known when its outcome was known
 */
public record HistoryChoice(String by, String at, String known) {}
