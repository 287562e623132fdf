/**
 * The contact ledger: which contacts were made, are reserved or planned, and what may still be made. Implements the
 * engine's {@link org.lotse.engine.contact.ContactLedger} in {@link org.lotse.api.contact.JdbcContactLedger}; a reservation
 * is taken under a lock per person, so that parallel decisions, batches and plans never exceed a cap, whatever records the
 * person has. {@link org.lotse.api.contact.PlannedContacts} is for planners. May depend on consent, events, person,
 * problem, security and values.
 */
@NullMarked
package org.lotse.api.contact;

import org.jspecify.annotations.NullMarked;
