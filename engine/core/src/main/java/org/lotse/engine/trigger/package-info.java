/**
 * What makes the company turn to somebody of its own accord: something happened, a time has come, or something has not
 * happened for a while. Says which decision is then taken about whom; taking it is the business of the service.
 *
 * <p>Start at {@link org.lotse.engine.trigger.Trigger}. Depends on terms, actions and rules.
 */
@NullMarked
package org.lotse.engine.trigger;

import org.jspecify.annotations.NullMarked;
