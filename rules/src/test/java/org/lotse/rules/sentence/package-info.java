/** How sentences are read and written. */
@NullMarked
package org.lotse.rules.sentence;

import org.jspecify.annotations.NullMarked;
