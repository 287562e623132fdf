package org.lotse.models.duplicate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which given names are the same person's: Johannes, Hans and Hannes; Katharina, Kathrin and Katja. */
final class ShortForms {
    private final Map<String, Set<Integer>> groups = new HashMap<>();

    private ShortForms(List<String> lines) {
        for (int line = 0; line < lines.size(); line++) {
            for (String name : lines.get(line).split("\\s+")) {
                groups.computeIfAbsent(Spelling.flat(Spelling.words(name)), key -> new HashSet<>())
                        .add(line);
            }
        }
    }

    /** The shipped ones, one line a name with its forms. */
    static ShortForms shipped() {
        try (InputStream file =
                Objects.requireNonNull(ShortForms.class.getResourceAsStream("short-forms.txt"), "short-forms.txt")) {
            return new ShortForms(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether two names, spelt {@link Spelling#flat}, can be one. */
    boolean areOneName(String one, String other) {
        Set<Integer> first = groups.get(one);
        Set<Integer> second = groups.get(other);
        return first != null && second != null && first.stream().anyMatch(second::contains);
    }
}
