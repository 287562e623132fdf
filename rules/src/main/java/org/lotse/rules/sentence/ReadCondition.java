package org.lotse.rules.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.term.Purpose;
import org.lotse.rules.model.ActionSelector;
import org.lotse.rules.model.Condition;

/** Reads conditions joined by and/or with brackets, and in promises what only promises can say. */
final class ReadCondition {
    private static final int DEEPEST = 20;
    private static final Set<String> CHOSEN = Set.of("chosen", "offered", "used", "gewählt", "angeboten", "genutzt");
    private static final Set<String> BECOMES = Set.of("is", "are", "wird", "werden", "ist", "sind");

    private final Words words;
    private final Phrases phrases;
    private final boolean inPromise;
    private final ReadComparison comparisons;
    private final ReadSelector selectors;

    ReadCondition(Words words, boolean inPromise) {
        ReadTerm terms = new ReadTerm(words);
        this.words = words;
        this.phrases = Phrases.in(words.language());
        this.inPromise = inPromise;
        this.comparisons = new ReadComparison(words, terms, new ReadValue(words, terms));
        this.selectors = new ReadSelector(words);
    }

    /** The conditions next, up to what cannot join them. */
    Condition read(Cursor cursor) {
        return joined(cursor, 0);
    }

    private Condition joined(Cursor cursor, int depth) {
        List<Condition> parts = new ArrayList<>();
        parts.add(single(cursor, depth));
        String joiner = "";
        while (true) {
            int comma = cursor.at();
            cursor.accept(",");
            if (!cursor.sees(phrases.and(), phrases.or())) {
                cursor.backTo(comma);
                break;
            }
            String word = cursor.token().word();
            if (!joiner.isEmpty() && !joiner.equals(word)) {
                throw cursor.stuck("NOT_UNDERSTOOD.sentence-mixed");
            }
            joiner = word;
            cursor.take();
            parts.add(single(cursor, depth));
        }
        return join(parts, joiner.equals(phrases.or()));
    }

    private static Condition join(List<Condition> parts, boolean any) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return any ? new Condition.Any(parts) : new Condition.All(parts);
    }

    private Condition single(Cursor cursor, int depth) {
        if (!cursor.accept("(")) {
            return tryPromised(cursor).orElseGet(() -> comparisons.read(cursor));
        }
        if (depth >= DEEPEST) {
            throw cursor.stuck("NOT_UNDERSTOOD.sentence-deep");
        }
        Condition inside = joined(cursor, depth + 1);
        if (!cursor.accept(")")) {
            throw cursor.stuck("NOT_UNDERSTOOD.sentence-bracket");
        }
        return inside;
    }

    private Optional<Condition> tryPromised(Cursor cursor) {
        int start = cursor.at();
        Optional<Condition> promised = tryObjection(cursor)
                .or(() -> tryConsent(cursor))
                .or(() -> tryChosenChannel(cursor))
                .or(() -> tryChosenAction(cursor));
        if (promised.isPresent() && !inPromise) {
            throw cursor.stuckAt(start, "NOT_UNDERSTOOD.sentence-onlyPromise");
        }
        return promised;
    }

    private Optional<Condition> tryObjection(Cursor cursor) {
        int start = cursor.at();
        cursor.accept(phrases.articles());
        Optional<Names.Match<String>> person = words.scopes()
                .longest(cursor.tokens(), cursor.at())
                .filter(match -> match.meant().contains(""));
        if (person.isPresent()) {
            cursor.skip(person.get().length());
            Optional<Purpose> purpose = words.isGerman() ? germanObjection(cursor) : englishObjection(cursor);
            if (purpose.isPresent()) {
                return purpose.map(Condition.Objection::new);
            }
        }
        cursor.backTo(start);
        return Optional.empty();
    }

    private Optional<Purpose> englishObjection(Cursor cursor) {
        return cursor.acceptAll("has objected to") ? Optional.of(selectors.purpose(cursor)) : Optional.empty();
    }

    private Optional<Purpose> germanObjection(Cursor cursor) {
        boolean first = cursor.accept("hat");
        cursor.accept("gegen");
        cursor.accept(phrases.articles());
        if (!cursor.sees("marketing", "werbung", "service")) {
            return Optional.empty();
        }
        Purpose purpose = selectors.purpose(cursor);
        cursor.expect("NOT_UNDERSTOOD.sentence-objection", Set.of("widersprochen"));
        if (!first) {
            cursor.expect("NOT_UNDERSTOOD.sentence-objection", Set.of("hat"));
        }
        return Optional.of(purpose);
    }

    private static Optional<Condition> tryConsent(Cursor cursor) {
        boolean said = cursor.acceptAll("the consent the channel needs is missing")
                || cursor.acceptAll("the consent needed is missing")
                || cursor.acceptAll(
                        "die Einwilligung , die der Kanal braucht , fehlt".toLowerCase(java.util.Locale.ROOT))
                || cursor.acceptAll("die nötige einwilligung fehlt");
        return said ? Optional.of(new Condition.ConsentMissing()) : Optional.empty();
    }

    private Optional<Condition> tryChosenChannel(Cursor cursor) {
        int start = cursor.at();
        return selectors.tryChannel(cursor).flatMap(channel -> {
            if (isChosen(cursor)) {
                return Optional.of(new Condition.ChosenChannel(channel));
            }
            cursor.backTo(start);
            return Optional.empty();
        });
    }

    private Optional<Condition> tryChosenAction(Cursor cursor) {
        Optional<ActionSelector> actions = selectors.tryActions(cursor);
        if (actions.isPresent() && !isChosen(cursor)) {
            throw cursor.stuck("NOT_UNDERSTOOD.sentence-chosen");
        }
        return actions.map(Condition.ChosenAction::new);
    }

    /** {@code is chosen}, {@code wird gewählt}, {@code gewählt wird}. */
    private static boolean isChosen(Cursor cursor) {
        return cursor.accept(BECOMES) ? cursor.accept(CHOSEN) : cursor.accept(CHOSEN) && cursor.accept(BECOMES);
    }
}
