/** How promises are tried before publishing. */
@NullMarked
package org.lotse.rules.trial;

import org.jspecify.annotations.NullMarked;
