package org.lotse.api.batch;

import org.jspecify.annotations.Nullable;

/**
 * What a batch decided for one customer.
 *
 * @param action the first action; null for nothing
 * @param contactId the contact reserved for it
 * @param problem why nothing could be decided: a stable code
 */
record Result(
        String customerId,
        @Nullable String decisionId,
        @Nullable String action,
        @Nullable String channel,
        @Nullable String contactId,
        @Nullable String problem) {}
