/**
 * The contact ledger: which contacts were made or are reserved, and what may still be made. Implements the engine's
 * {@link org.lotse.engine.contact.ContactLedger}; a reservation is taken under a lock per person, so that parallel
 * decisions never exceed a cap. May depend on consent, events, problem, security and values.
 */
@NullMarked
package org.lotse.api.contact;

import org.jspecify.annotations.NullMarked;
