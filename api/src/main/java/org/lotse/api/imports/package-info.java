/**
 * Files of others become subjects, events and consents by a mapping file ({@code imports/*.yaml}, docs/import.md). Start at
 * {@link org.lotse.api.imports.ImportFile}. May depend on subjects, events, consent, jobs, values, security and problem.
 */
@NullMarked
package org.lotse.api.imports;

import org.jspecify.annotations.NullMarked;
