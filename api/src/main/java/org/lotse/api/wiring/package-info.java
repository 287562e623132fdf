/**
 * Beans that are nobody's capability: the clock, message files, the request filters, the OpenAPI description.
 */
@NullMarked
package org.lotse.api.wiring;

import org.jspecify.annotations.NullMarked;
