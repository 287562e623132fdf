/**
 * Changes cells and rows of a table inside its file, so that everything else of the file stays as it was: the way a text
 * file is written, and of a workbook formats, notes, widths and other sheets. Start at {@link org.lotse.rules.edit.EditTable}.
 * Knows nothing of what a table means; may depend on read.
 */
@NullMarked
package org.lotse.rules.edit;

import org.jspecify.annotations.NullMarked;
