/**
 * What a person allowed and objected to. Start at {@link org.lotse.api.consent.Consents}. May depend on subjects, values,
 * security and problem.
 */
@NullMarked
package org.lotse.api.consent;

import org.jspecify.annotations.NullMarked;
