package org.lotse.engine.rule;

import org.lotse.engine.term.Period;

/**
 * How long data of one purpose is kept, and why it may be.
 *
 * @param keep from the moment it was recorded
 * @param basis the legal basis: {@code contract}, {@code consent}; empty when the file names none
 */
public record Retention(Period keep, String basis) {}
