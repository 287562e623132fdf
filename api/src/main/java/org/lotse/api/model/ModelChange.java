package org.lotse.api.model;

import java.time.Instant;

/**
 * Somebody, or a rule, made a version something else.
 *
 * @param state what it became
 * @param by who
 * @param reason why, in their words; empty where none was given
 */
public record ModelChange(String version, ModelVersion.State state, String by, Instant at, String reason) {}
