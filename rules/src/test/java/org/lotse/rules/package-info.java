/** Tests of the whole way from files to judgements, and the language they are written in. */
@NullMarked
package org.lotse.rules;

import org.jspecify.annotations.NullMarked;
