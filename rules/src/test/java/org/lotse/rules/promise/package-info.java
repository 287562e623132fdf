/** How promises are kept. */
@NullMarked
package org.lotse.rules.promise;

import org.jspecify.annotations.NullMarked;
