/**
 * Chooses the text for an occasion among those in {@code replies.csv}.
 *
 * <p>Start at {@link org.lotse.rules.reply.Replies}. Depends on the rule model, promises (which ask conditions of facts)
 * and the engine.
 */
@NullMarked
package org.lotse.rules.reply;

import org.jspecify.annotations.NullMarked;
