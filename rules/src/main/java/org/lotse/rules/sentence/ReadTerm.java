package org.lotse.rules.sentence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.rules.sentence.Words.Named;

/** Reads the name of a term: its title or key, with an article, {@code the holder's ...}, {@code ... des Kunden}. */
final class ReadTerm {
    private final Words words;
    private final Phrases phrases;

    ReadTerm(Words words) {
        this.words = words;
        this.phrases = Phrases.in(words.language());
    }

    /** One way to read the words ahead. */
    private record Reading(Named named, int length) {}

    /** The term named next; gives up when there is none. */
    Named read(Cursor cursor) {
        int start = cursor.at();
        return tryRead(cursor).orElseThrow(() -> unknown(cursor, start));
    }

    /** The term named next; stays and finds nothing when there is none. */
    Optional<Named> tryRead(Cursor cursor) {
        int start = cursor.at();
        cursor.accept(phrases.articles());
        if (cursor.token().kind() == Token.Kind.BRACKETED) {
            return Optional.of(bracketed(cursor));
        }
        List<Reading> readings = readings(cursor);
        int longest = readings.stream().mapToInt(Reading::length).max().orElse(0);
        Set<Named> meant = readings.stream()
                .filter(reading -> reading.length() == longest)
                .map(Reading::named)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (meant.isEmpty()) {
            cursor.backTo(start);
            return Optional.empty();
        }
        Named only = onlyOne(cursor, meant);
        cursor.skip(longest);
        return Optional.of(only);
    }

    /** The term a bracket names, as calculations write it. */
    Named bracketed(Cursor cursor) {
        Set<Named> meant = words.own().exactly(cursor.token().text());
        if (meant.isEmpty()) {
            throw unknown(cursor, cursor.at());
        }
        Named only = onlyOne(cursor, meant);
        cursor.take();
        return only;
    }

    private List<Reading> readings(Cursor cursor) {
        List<Token> tokens = cursor.tokens();
        int at = cursor.at();
        List<Reading> readings = new ArrayList<>();
        add(readings, words.own(), "", tokens, at, true);
        words.scopeKeys().forEach(scope -> add(readings, words.through(scope), scope, tokens, at, false));
        words.scopes().longest(tokens, at).ifPresent(owner -> {
            int after = at + owner.length();
            if (tokens.get(after).text().equals("'s")) {
                owner.meant()
                        .forEach(scope -> words.through(scope)
                                .longest(tokens, after + 1)
                                .ifPresent(match -> match.meant()
                                        .forEach(named -> readings.add(
                                                new Reading(named, owner.length() + 1 + match.length())))));
            }
        });
        return readings;
    }

    private void add(
            List<Reading> readings, Names<Named> names, String scope, List<Token> tokens, int at, boolean alone) {
        names.longest(tokens, at).ifPresent(match -> {
            int owner = ownerLength(tokens, at + match.length(), scope);
            if (alone || owner > 0) {
                match.meant().forEach(named -> readings.add(new Reading(named, match.length() + owner)));
            }
        });
    }

    private int ownerLength(List<Token> tokens, int at, String scope) {
        Set<String> links = words.isGerman() ? Set.of("des", "der", "vom", "von", "eines", "einer") : Set.of("of");
        if (!links.contains(tokens.get(at).word())) {
            return 0;
        }
        int name = at + 1;
        if (phrases.articles().contains(tokens.get(name).word())) {
            name++;
        }
        int start = name;
        return words.scopes()
                .longest(tokens, start)
                .filter(match -> match.meant().contains(scope))
                .map(match -> start + match.length() - at)
                .orElse(0);
    }

    private static Named onlyOne(Cursor cursor, Set<Named> meant) {
        if (meant.size() > 1) {
            throw cursor.stuck(
                    "AMBIGUOUS_TERM.sentence",
                    meant.stream()
                            .map(named -> "[" + named.path() + "]")
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return meant.iterator().next();
    }

    private Cursor.Stuck unknown(Cursor cursor, int at) {
        return cursor.stuckAt(at, "NOT_UNDERSTOOD.sentence-term", nearest(cursor, at));
    }

    /** The title most like the words from a token on. */
    String nearest(Cursor cursor, int at) {
        List<Token> tokens = cursor.tokens();
        int start = phrases.articles().contains(tokens.get(at).word()) ? at + 1 : at;
        return Proposals.nearest(tokens, start, words.own().all());
    }
}
