/** The index of rows beside plain Drools, and what judging costs. */
@NullMarked
package org.lotse.rules.drools;

import org.jspecify.annotations.NullMarked;
