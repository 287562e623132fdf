/** Tables are changed inside their files. */
@NullMarked
package org.lotse.rules.edit;

import org.jspecify.annotations.NullMarked;
