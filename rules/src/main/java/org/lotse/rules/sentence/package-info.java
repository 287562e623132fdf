/**
 * The sentences of {@code sentences/*.rules} and {@code promises.rules}: a grammar of our own, generated from the
 * vocabulary, in German and English. Reading is one pass over the words with bounded look-ahead; a sentence is either
 * understood completely or reported with the place where understanding ended, and nothing in it can run.
 *
 * <p>Start at {@link org.lotse.rules.sentence.ReadSentences} (text to rules), {@link
 * org.lotse.rules.sentence.WriteSentence} (rules to text) and {@link org.lotse.rules.sentence.Promises} (whether a
 * decision keeps what was promised). Depends on the rule model, the findings and the engine's terms.
 */
@NullMarked
package org.lotse.rules.sentence;

import org.jspecify.annotations.NullMarked;
