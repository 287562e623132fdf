/**
 * The service and its command line. Start at {@link org.lotse.api.Lotse}; each package below is one capability whose
 * base package is its public face.
 */
@NullMarked
package org.lotse.api;

import org.jspecify.annotations.NullMarked;
