package org.lotse.features.steps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The vocabulary in force, read from the service as anybody can: titles to terms, words to decisions. */
final class Vocabulary {
    /** What people say for decisions whose key is English. */
    private static final Map<String, String> SPOKEN = Map.of(
            "nächste beste aktion", "next-best-action",
            "nächstbeste", "next-best-action",
            "gutschein", "voucher",
            "zuordnung", "case-assignment",
            "assignment", "case-assignment",
            "service-routing", "service-routing");

    private final Map<String, List<Term>> terms = new HashMap<>();
    private final Map<String, String> subjects = new HashMap<>();
    private final Map<String, List<String>> outputs = new HashMap<>();
    private final Map<String, String> decisionSubjects = new HashMap<>();

    private Vocabulary(Map<?, ?> yaml) {
        map(yaml, "subjects").forEach((type, declared) -> {
            titles(map(declared).get("title")).forEach(title -> subjects.put(lower(title), type.toString()));
            List<Term> read = new ArrayList<>();
            map(declared, "terms").forEach((key, term) -> read.add(term(key.toString(), map(term))));
            terms.put(type.toString(), read);
        });
        map(yaml, "decisions").forEach((key, declared) -> {
            decisionSubjects.put(key.toString(), String.valueOf(map(declared).get("subject")));
            outputs.put(key.toString(), strings(map(declared).get("outputs")));
        });
    }

    static Vocabulary of(Service service) {
        Reply file = service.get(Roles.MARKETING, "/v1/rules/versions/active/files/vocabulary.yaml")
                .ok();
        return new Vocabulary(new Yaml(new SafeConstructor(new LoaderOptions())).load(file.text()));
    }

    /** The type of a subject by its title: {@code Schadensfall} is {@code claim}. */
    String subject(String title) {
        return Optional.ofNullable(subjects.get(lower(title)))
                .orElseThrow(() -> new AssertionError(
                        "The vocabulary has no subject \"" + title + "\". It has " + subjects.keySet() + "."));
    }

    /** The term whose title a text begins with. */
    Optional<Term> beginning(String subject, String text) {
        return termsOf(subject).stream()
                .filter(term -> term.beginning(text).isPresent())
                .reduce((one, other) -> length(one, text) >= length(other, text) ? one : other);
    }

    /** The term with a title or key. */
    Term titled(String subject, String title) {
        return termsOf(subject).stream()
                .filter(term ->
                        term.key().equals(title) || term.titles().stream().anyMatch(title::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("The vocabulary has no term \"" + title + "\" of a " + subject + "."));
    }

    /** The decision people mean: by its key, by an output's title, or by a word of their own. */
    String decision(String words) {
        String key = lower(words).replace(' ', '-');
        if (outputs.containsKey(key)) {
            return key;
        }
        return Optional.ofNullable(SPOKEN.get(lower(words)))
                .or(() -> outputs.entrySet().stream()
                        .filter(decision -> decision.getValue().stream()
                                .anyMatch(output -> isTitled(decision.getKey(), output, words)))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .orElseThrow(() -> new AssertionError(
                        "The vocabulary has no decision \"" + words + "\". It has " + outputs.keySet() + "."));
    }

    private boolean isTitled(String decision, String output, String words) {
        return termsOf(String.valueOf(decisionSubjects.get(decision))).stream()
                .filter(term -> term.key().equals(output))
                .anyMatch(term -> term.titles().stream().anyMatch(words::equalsIgnoreCase));
    }

    private List<Term> termsOf(String subject) {
        return terms.getOrDefault(subject, List.of());
    }

    private static int length(Term term, String text) {
        return term.beginning(text).map(String::length).orElse(0);
    }

    private static Term term(String key, Map<?, ?> declared) {
        Map<String, List<String>> values = new HashMap<>();
        map(declared.get("values")).forEach((value, title) -> values.put(value.toString(), titles(title)));
        Object from = declared.get("from");
        Object channel = map(from).get("consent");
        return new Term(
                key,
                titles(declared.get("title")),
                String.valueOf(declared.get("type")),
                channel != null
                        ? Term.Source.CONSENT
                        : "attribute".equals(from)
                                ? Term.Source.ATTRIBUTE
                                : "context".equals(from) ? Term.Source.CONTEXT : Term.Source.COMPUTED,
                channel == null ? "" : channel.toString(),
                values);
    }

    /** Titles of both languages, in all their forms. */
    private static List<String> titles(@Nullable Object declared) {
        List<String> titles = new ArrayList<>();
        map(declared).values().forEach(title -> {
            if (title instanceof Map<?, ?> inflected) {
                titles.add(String.valueOf(inflected.get("title")));
                titles.addAll(strings(inflected.get("forms")));
            } else {
                titles.add(String.valueOf(title));
            }
        });
        return titles;
    }

    private static List<String> strings(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Map<?, ?> map(@Nullable Object value, String key) {
        return map(map(value).get(key));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
