/** How the examples of the business are read and run. */
@NullMarked
package org.lotse.rules.example;

import org.jspecify.annotations.NullMarked;
