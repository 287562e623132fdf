/** How versions are compared and merged. */
@NullMarked
package org.lotse.rules.change;

import org.jspecify.annotations.NullMarked;
