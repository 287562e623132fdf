/**
 * What a rep wrote after a visit, as facts and tasks a person confirms with one tap. Start at
 * {@link org.lotse.engine.note.ReadNote}: rules for German and English find who is interested in what, what is not needed
 * now, what worries them and what is to be done. Nothing found here is believed before somebody has confirmed it. Depends on
 * the JDK only.
 */
@NullMarked
package org.lotse.engine.note;

import org.jspecify.annotations.NullMarked;
