/**
 * What is said to a person, word for word as the business wrote it, with the places where values are filled in. Which
 * text fits is chosen by the rule bundle; filling it in is the business of whoever answers.
 *
 * <p>Start at {@link org.lotse.engine.reply.Reply}. Depends on terms, actions and rules.
 */
@NullMarked
package org.lotse.engine.reply;

import org.jspecify.annotations.NullMarked;
