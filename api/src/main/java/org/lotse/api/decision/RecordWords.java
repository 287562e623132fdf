package org.lotse.api.decision;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lotse.engine.decision.Rejection;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.Source;

/**
 * The word lists records are packed with: the members of every record first, then terms, values, actions and channels of
 * a bundle. Each list is kept for good and named by number in the record, so that any later build can unpack it.
 */
interface RecordWords {
    /** Stands between two words where a list is one text. */
    String BETWEEN = "\n";

    /** Stands between the words and each shape. */
    String PARTS = "\n\n";

    /** Members and values of every record, the most frequent first: those take one byte. */
    List<String> COMMON = List.of(
            "a",
            "c",
            "e",
            "d",
            "NOT_DELIVERED",
            "NO_EVENT",
            "action",
            "channel",
            "propensity",
            "uplift",
            "model",
            "stage",
            "factors",
            "basis",
            "value",
            "costIfAccepted",
            "contactCost",
            "fatigue",
            "lever",
            "capacityPrice",
            "cap",
            "count",
            "free",
            "file",
            "row",
            "candidate",
            "NO_MODEL",
            "INPUT_ABSENT",
            "ASSUMED_UPLIFT",
            "UPLIFT",
            "id",
            "decision",
            "subject",
            "at",
            "seed",
            "direction",
            "INBOUND",
            "OUTBOUND",
            "limit",
            "terms",
            "candidates",
            "permissions",
            "marketing",
            "objectedPurposes",
            "objectedChannels",
            "caps",
            "recentContacts",
            "prices",
            "unavailable",
            "predictions",
            "contactId",
            "whatIf",
            "versions",
            "rules",
            "statistics",
            "models",
            "decided",
            "ranked",
            "notChosen",
            "concluded",
            "probability",
            "explored",
            "answer",
            "engine",
            "build",
            "messages",
            "PROPENSITY",
            "CERTAIN",
            "NO_STATISTICS",
            "NO_ROW",
            "UNAVAILABLE",
            "MARKETING",
            "SERVICE",
            "assumed",
            "sheet");

    /** The list for records of a bundle. */
    Book of(RuleSet rules);

    /** The list of a number. */
    Book of(int number);

    /**
     * A word list.
     *
     * @param number the name records know it by
     * @param words in order
     * @param shapes the terms that are read of each type of subject, in the order of a record
     * @param places each word's place
     */
    record Book(int number, List<String> words, List<List<String>> shapes, Map<String, Integer> places) {
        /** The list of a stored text. */
        static Book of(int number, String text) {
            List<List<String>> parts = Arrays.stream(text.split(PARTS, -1))
                    .map(part -> List.of(part.split(BETWEEN, -1)))
                    .toList();
            return new Book(number, parts.getFirst(), parts.subList(1, parts.size()), places(parts.getFirst()));
        }

        private static Map<String, Integer> places(List<String> words) {
            Map<String, Integer> places = new HashMap<>();
            words.forEach(word -> places.putIfAbsent(word, places.size()));
            return Collections.unmodifiableMap(places);
        }
    }

    /** Words and shapes of a bundle as one text. */
    static String text(RuleSet rules) {
        return Stream.concat(Stream.of(words(rules)), shapes(rules).stream())
                .map(part -> String.join(BETWEEN, part))
                .collect(Collectors.joining(PARTS));
    }

    private static List<List<String>> shapes(RuleSet rules) {
        return rules.vocabulary().subjects().values().stream()
                .map(subject -> subject.terms().values().stream()
                        .filter(term -> !(term.source() instanceof Source.Rules))
                        .map(term -> term.key().value())
                        .sorted()
                        .toList())
                .filter(names -> !names.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> words(RuleSet rules) {
        Set<String> words = new LinkedHashSet<>(COMMON);
        for (Rejection.Stage stage : Rejection.Stage.values()) {
            words.add(stage.name());
        }
        for (Reading.Why why : Reading.Why.values()) {
            words.add(why.name());
        }
        rules.catalogue().channels().keySet().stream()
                .map(Object::toString)
                .sorted()
                .forEach(words::add);
        rules.catalogue()
                .actions()
                .values()
                .forEach(action -> words.add(action.key().value()));
        rules.contactPolicy().caps().forEach(cap -> words.add(cap.id()));
        rules.vocabulary()
                .subjects()
                .values()
                .forEach(subject -> subject.terms().values().forEach(term -> {
                    words.add(term.key().value());
                    words.addAll(term.values().keySet());
                }));
        words.addAll(rules.vocabulary().decisions().keySet());
        rules.vocabulary()
                .links()
                .forEach((type, links) -> links.forEach((link, to) ->
                        rules.vocabulary().terms(to).keySet().forEach(key -> words.add(link + "." + key))));
        rules.settings().prices().keySet().stream().sorted().forEach(words::add);
        words.removeIf(word -> word.isEmpty() || word.contains(BETWEEN));
        return List.copyOf(words);
    }
}
