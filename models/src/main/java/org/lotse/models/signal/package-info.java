/**
 * Model inputs: tables of columns, and signals that turn a cell or a term into a bin or a category. Start at {@link
 * org.lotse.models.signal.ChooseSignals}. Depends on definitions and the engine's terms.
 */
@NullMarked
package org.lotse.models.signal;

import org.jspecify.annotations.NullMarked;
