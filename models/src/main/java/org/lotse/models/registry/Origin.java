package org.lotse.models.registry;

import java.time.Instant;

/**
 * Where a model came from: enough to train it again.
 *
 * @param definitionHash SHA-256 of the definition's text
 * @param data what was learned from: a file, or the history up to a moment
 * @param dataHash SHA-256 of the table
 * @param rows its rows
 * @param seed of folds, samples and learners
 * @param library the learning library and its version
 * @param createdAt when
 */
public record Origin(
        String definitionHash, String data, String dataHash, long rows, long seed, String library, Instant createdAt) {}
