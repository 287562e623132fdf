/**
 * What the law gives a person: everything stored about them (Art. 15) with {@link org.lotse.api.privacy.WritePersonalData},
 * and data that is not kept longer than its purpose allows with {@link org.lotse.api.privacy.KeepPeriods}. Erasure is an
 * event ({@link org.lotse.api.subjects.SubjectErased}) every capability follows. May depend on every other capability that
 * stores something about persons.
 */
@NullMarked
package org.lotse.api.privacy;

import org.jspecify.annotations.NullMarked;
