/**
 * How often people are contacted: caps on rolling and calendar windows, pauses after refusals, consent and objection.
 *
 * <p>Start at {@link org.lotse.engine.contact.ContactPolicy} (the caps marketing sets) and
 * {@link org.lotse.engine.contact.ContactLedger} (the port to what has happened).
 */
@NullMarked
package org.lotse.engine.contact;

import org.jspecify.annotations.NullMarked;
