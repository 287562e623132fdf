/**
 * What happens before the service is ready: rules are compiled, the demo company is loaded once if wanted, models serve,
 * statistics are there. Start at {@link org.lotse.api.start.StartUp}. May depend on every other capability.
 */
@NullMarked
package org.lotse.api.start;

import org.jspecify.annotations.NullMarked;
