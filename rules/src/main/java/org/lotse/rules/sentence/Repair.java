package org.lotse.rules.sentence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Term;

/**
 * Finds the nearest sentence that is understood: where reading got stuck, some words are replaced by known ones that look
 * like them, until all of it is read. Nothing is guessed into a rule; the sentence is only proposed.
 */
final class Repair {
    private static final int ROUNDS = 3;
    private static final int TRIED = 60;
    private static final int WINDOW = 5;
    private static final int MOST_TOKENS = 120;
    private static final int FURTHEST = 45;

    private final List<String> phrases;
    private final Function<String, Optional<Cursor.Stuck>> reading;

    /** @param reading where reading a text gets stuck; empty when it is understood */
    Repair(Words words, Function<String, Optional<Cursor.Stuck>> reading) {
        this.phrases = phrases(words);
        this.reading = reading;
    }

    /**
     * Some words replaced.
     *
     * @param end where the replacement ends
     * @param isKey whether it is a key, to which a title is preferred
     * @param distance how unlike the replaced words are, 0 to 100
     */
    private record Change(String text, int end, boolean isKey, int distance) {}

    /** A change that got further, and where reading gets stuck now. */
    private record Further(Change change, Cursor.Stuck stuck) {
        int progress() {
            return stuck.offset() - change.end();
        }
    }

    /** The sentence proposed; empty when nothing near is understood. */
    Optional<String> of(String sentence, Cursor.Stuck first) {
        String text = sentence;
        Cursor.Stuck stuck = first;
        for (int round = 0; round < ROUNDS; round++) {
            List<Token> tokens = Token.of(text);
            if (tokens.size() > MOST_TOKENS) {
                return Optional.empty();
            }
            Optional<Further> best = Optional.empty();
            for (Change change : changes(text, tokens, stuck.offset())) {
                Optional<Cursor.Stuck> then = reading.apply(change.text());
                if (then.isEmpty()) {
                    return Optional.of(change.text().replaceAll("\\s+", " ").strip());
                }
                Further further = new Further(change, then.get());
                if (further.progress() >= 0
                        && best.map(known -> further.progress() > known.progress())
                                .orElse(true)) {
                    best = Optional.of(further);
                }
            }
            if (best.isEmpty()) {
                return Optional.empty();
            }
            text = best.get().change().text();
            stuck = best.get().stuck();
        }
        return Optional.empty();
    }

    /** The changes at a place, those that look most alike first. */
    private List<Change> changes(String text, List<Token> tokens, int offset) {
        int at = 0;
        while (at < tokens.size() - 1 && tokens.get(at).start() < offset) {
            at++;
        }
        List<Change> changes = new ArrayList<>();
        for (int from = Math.max(0, at - 2); from <= Math.min(at + 1, tokens.size() - 2); from++) {
            for (int to = Math.max(from, at - 1); to < Math.min(tokens.size() - 1, from + WINDOW); to++) {
                int start = tokens.get(from).start();
                int end = tokens.get(to).end();
                String said = text.substring(start, end);
                for (String phrase : phrases) {
                    int distance = Proposals.unlike(said, phrase);
                    if (distance > 0 && distance <= FURTHEST) {
                        changes.add(new Change(
                                text.substring(0, start) + phrase + text.substring(end),
                                start + phrase.length(),
                                phrase.equals(phrase.toUpperCase(Locale.ROOT)),
                                distance));
                    }
                }
            }
        }
        return changes.stream()
                .sorted(Comparator.comparingInt(Change::distance).thenComparing(Change::isKey))
                .limit(TRIED)
                .toList();
    }

    private static List<String> phrases(Words words) {
        Set<String> known = new LinkedHashSet<>(words.own().all());
        words.scopeKeys().forEach(scope -> known.addAll(words.through(scope).all()));
        known.addAll(words.scopes().all());
        known.addAll(words.actions().all());
        known.addAll(words.channels().all());
        known.addAll(words.groups().all());
        words.vocabulary().terms(words.subject()).values().stream()
                .filter(term -> !term.values().isEmpty())
                .flatMap((Term term) -> words.valuesOf(term).all().stream())
                .forEach(known::add);
        Phrases fixed = Phrases.in(words.language());
        known.addAll(fixed.verbs());
        known.addAll(fixed.articles());
        fixed.operators().values().forEach(known::addAll);
        fixed.layers().values().forEach(known::addAll);
        known.addAll(List.of(fixed.and(), fixed.or()));
        known.addAll(fixed.yes());
        known.addAll(fixed.no());
        Stream.of(
                        words.language() == Language.DE
                                ? List.of(
                                        "wenn",
                                        "dann",
                                        "füge die Aktion",
                                        "hinzu",
                                        "addiert",
                                        "gesperrt",
                                        "genutzt",
                                        "gewählt")
                                : List.of(
                                        "if",
                                        "then",
                                        "add action",
                                        "points are added to",
                                        "forbidden",
                                        "used",
                                        "chosen"))
                .forEach(known::addAll);
        return List.copyOf(known);
    }
}
