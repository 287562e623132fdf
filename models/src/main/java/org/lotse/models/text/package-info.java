/**
 * What texts say: grams of characters and words, a small lexicon of German and English, and rules for how somebody is
 * addressed. Start at {@link org.lotse.models.text.TextModel}; immutable and safe for many threads. Depends on nothing.
 */
@NullMarked
package org.lotse.models.text;

import org.jspecify.annotations.NullMarked;
