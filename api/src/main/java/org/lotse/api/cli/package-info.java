/**
 * What the sub-commands share: exit codes, wrong use, where results go. A sub-command is a picocli class of its
 * capability, named in {@link org.lotse.api.Lotse}; it must not start Spring unless it serves. Depends on nothing.
 */
@NullMarked
package org.lotse.api.cli;

import org.jspecify.annotations.NullMarked;
