/**
 * Records that turned out to be the same person: merged and split again. Contact counts, consents and objections are
 * then the person's, whichever record is asked for. Start at {@link org.lotse.api.person.Persons}. May depend on
 * subjects, security and problem.
 */
@NullMarked
package org.lotse.api.person;

import org.jspecify.annotations.NullMarked;
