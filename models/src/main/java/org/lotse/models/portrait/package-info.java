/**
 * What a model learned, drawn while its rows are at hand: how its answer changes along each input, which values it learned
 * from and which it hardly met, and how outcomes moved over the months. Only counts over at least eight subjects leave this
 * package; no row does. Start at {@link org.lotse.models.portrait.DrawPortrait}.
 */
@NullMarked
package org.lotse.models.portrait;

import org.jspecify.annotations.NullMarked;
