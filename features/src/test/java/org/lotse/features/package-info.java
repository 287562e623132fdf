/**
 * The product from outside: the features of this folder, the documented commands and the pages, all over HTTP against one
 * running service. Start at {@link org.lotse.features.FeaturesIT}; the service is {@link org.lotse.features.RunningService}.
 * May depend on the class that starts the service and on nothing else of it.
 */
@NullMarked
package org.lotse.features;

import org.jspecify.annotations.NullMarked;
