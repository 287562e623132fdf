package org.lotse.rules.sentence;

import org.lotse.rules.model.Consequence;

/** Reads one conclusion of a sentence in one language. */
interface ReadConsequence {
    /** The conclusion next; gives up when there is none. */
    Consequence read(Cursor cursor);

    /** The reader for the language of the words. */
    static ReadConsequence of(Words words) {
        ReadTerm terms = new ReadTerm(words);
        ReadValue values = new ReadValue(words, terms);
        ReadSelector selectors = new ReadSelector(words);
        return words.isGerman()
                ? new GermanConsequence(terms, values, selectors)
                : new EnglishConsequence(terms, values, selectors);
    }
}
