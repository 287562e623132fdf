package org.lotse.rules.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lotse.engine.term.TermKey;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.sentence.Words.Named;

/** Reads one whole sentence: {@code If ..., then ... and ....}, {@code Wenn ..., dann ... und ....} */
final class ReadSentence {
    private static final Set<String> IF = Set.of("if", "when", "wenn", "falls");
    private static final Set<String> THEN = Set.of("then", "dann", "so");

    private final Words words;
    private final Phrases phrases;

    ReadSentence(Words words) {
        this.words = words;
        this.phrases = Phrases.in(words.language());
    }

    /** What a sentence says. */
    record Said(Condition condition, List<Consequence> consequences) {}

    /** Condition and conclusions; a sentence without "if" holds for everyone. */
    Said read(Cursor cursor) {
        Condition condition = Condition.ALWAYS;
        if (cursor.accept(IF)) {
            condition = new ReadCondition(words, false).read(cursor);
            boolean comma = cursor.accept(",");
            if (!cursor.accept(THEN) && !comma) {
                throw cursor.stuck("NOT_UNDERSTOOD.sentence-then", phrases.and());
            }
        }
        List<Consequence> consequences = new ArrayList<>();
        ReadConsequence reader = ReadConsequence.of(words);
        do {
            consequences.add(reader.read(cursor));
        } while (goesOn(cursor));
        end(cursor);
        return new Said(condition, consequences);
    }

    /** The condition of belonging to a segment. */
    Condition segment(Cursor cursor) {
        Condition condition = new ReadCondition(words, false).read(cursor);
        end(cursor);
        return condition;
    }

    /** The condition of a promise. */
    Condition promise(Cursor cursor) {
        Condition condition = new ReadCondition(words, true).read(cursor);
        end(cursor);
        return condition;
    }

    /** The key of a term that a conclusion writes; what belongs to a linked subject cannot be written. */
    static TermKey ownKey(Cursor cursor, int start, Named named) {
        if (named.path().scope().isPresent()) {
            throw cursor.stuckAt(start, "NOT_WRITABLE.sentence", named.path().toString());
        }
        return named.path().key();
    }

    private boolean goesOn(Cursor cursor) {
        boolean comma = cursor.accept(",");
        boolean and = cursor.accept(phrases.and());
        if (comma && !and) {
            throw cursor.stuck("NOT_UNDERSTOOD.sentence-end");
        }
        return and;
    }

    private static void end(Cursor cursor) {
        cursor.accept(".");
        if (!cursor.isAtEnd()) {
            throw cursor.stuck("NOT_UNDERSTOOD.sentence-end");
        }
    }
}
