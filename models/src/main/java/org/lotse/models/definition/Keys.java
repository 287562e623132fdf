package org.lotse.models.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A YAML mapping that is read key by key and complains about what nobody read. */
final class Keys {
    private final String file;
    private final String path;
    private final Map<String, @Nullable Object> values;
    private final Set<String> read = new TreeSet<>();

    private Keys(String file, String path, Map<String, @Nullable Object> values) {
        this.file = file;
        this.path = path;
        this.values = values;
    }

    static Keys of(String file, String path, @Nullable Object yaml) {
        if (!(yaml instanceof Map<?, ?> map)) {
            throw new ModelProblem(file + ": " + (path.isEmpty() ? "the file" : path) + " is \"" + yaml
                    + "\", not a list of \"key: value\". Maybe start with name, task and target.");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
        return new Keys(file, path, values);
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    @Nullable
    Object raw(String key) {
        read.add(key);
        return values.get(key);
    }

    Optional<String> text(String key) {
        Object value = raw(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            throw problem(key, value, "Maybe write a single value.");
        }
        return Optional.of(plain(value));
    }

    String required(String key, String example) {
        return text(key)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ModelProblem(file + ": the key \"" + path + key + "\" is missing. Maybe write \""
                        + key + ": " + example + "\"."));
    }

    List<String> list(String key) {
        return switch (raw(key)) {
            case null -> List.of();
            case List<?> items -> items.stream().map(Keys::plain).toList();
            case Map<?, ?> map -> throw problem(key, map, "Maybe write [first, second].");
            case Object single -> List.of(plain(single));
        };
    }

    List<Object> items(String key) {
        return switch (raw(key)) {
            case null -> List.of();
            case List<?> items -> new ArrayList<>(items);
            case Object single -> List.of(single);
        };
    }

    Map<String, String> map(String key) {
        Object value = raw(key);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw problem(key, value, "Maybe write {field: value}.");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach((name, content) -> texts.put(String.valueOf(name), plain(content)));
        return texts;
    }

    <T> T one(String key, String fallback, Map<String, T> choices) {
        String text = text(key).orElse(fallback);
        T choice = choices.get(text);
        if (choice == null) {
            throw problem(
                    key,
                    text,
                    "Supported are " + choices.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        return choice;
    }

    <T> Optional<T> parsed(String key, Function<String, T> parse, String remedy) {
        return text(key).map(text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new ModelProblem(notUnderstood(key, text, remedy), e);
            }
        });
    }

    Keys inside(String key) {
        return of(file, path + key + ".", raw(key));
    }

    ModelProblem problem(String key, @Nullable Object value, String remedy) {
        return new ModelProblem(notUnderstood(key, value, remedy));
    }

    private String notUnderstood(String key, @Nullable Object value, String remedy) {
        return file + ": the key \"" + path + key + "\" has the value \"" + value + "\", which is not understood. "
                + remedy;
    }

    void done(Set<String> known) {
        for (String key : values.keySet()) {
            if (!read.contains(key) && !known.contains(key)) {
                Set<String> all = new TreeSet<>(read);
                all.addAll(known);
                throw new ModelProblem(file + ": the key \"" + path + key + "\" with the value \"" + values.get(key)
                        + "\" is unknown. Known here are " + String.join(", ", all) + ".");
            }
        }
    }

    private static String plain(@Nullable Object value) {
        return String.valueOf(value);
    }
}
