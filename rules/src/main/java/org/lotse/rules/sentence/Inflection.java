package org.lotse.rules.sentence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The forms German grammar gives a title: {@code Offene Beschwerden} as {@code offenen Beschwerden}, {@code Lead-Punkte}
 * as {@code Lead-Punkten}. They are offered for reading only; a title that is written so wins.
 */
final class Inflection {
    private static final List<String> ADJECTIVE = List.of("e", "er", "es", "en", "em");
    private static final List<String> NOUN = List.of("", "s", "es", "n", "en");
    private static final int SHORTEST_STEM = 3;

    private Inflection() {}

    /** All forms of a title's words, the title's own included. */
    static Set<List<String>> forms(String title) {
        List<String> words = Token.words(title);
        Set<List<String>> forms = new LinkedHashSet<>();
        for (int noun = 0; noun < words.size(); noun++) {
            for (List<String> adjectives : adjectiveForms(words)) {
                forms.addAll(nounForms(adjectives, noun));
            }
        }
        return forms;
    }

    private static List<List<String>> adjectiveForms(List<String> words) {
        List<List<String>> forms = new ArrayList<>();
        forms.add(words);
        if (words.size() > 1) {
            String first = words.getFirst();
            ADJECTIVE.stream()
                    .filter(ending -> first.endsWith(ending) && first.length() - ending.length() >= SHORTEST_STEM)
                    .map(ending -> first.substring(0, first.length() - ending.length()))
                    .forEach(stem -> ADJECTIVE.forEach(ending -> forms.add(with(words, 0, stem + ending))));
        }
        return forms;
    }

    private static List<List<String>> nounForms(List<String> words, int noun) {
        return NOUN.stream()
                .map(ending -> with(words, noun, words.get(noun) + ending))
                .toList();
    }

    private static List<String> with(List<String> words, int at, String word) {
        List<String> changed = new ArrayList<>(words);
        changed.set(at, word);
        return List.copyOf(changed);
    }
}
