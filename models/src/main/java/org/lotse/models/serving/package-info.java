/**
 * The models that answer decisions now, and call slots. Start at {@link org.lotse.models.serving.ServedModels}; safe for
 * many threads. Depends on the registry.
 */
@NullMarked
package org.lotse.models.serving;

import org.jspecify.annotations.NullMarked;
