package org.lotse.api.note;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.note.Finding;
import org.lotse.models.text.LearnText;
import org.lotse.models.text.TextModel;
import org.springframework.stereotype.Component;

/**
 * What a clause says that no rule understands, learned from the examples of {@code note/examples.csv}; when in doubt,
 * nothing.
 */
@Component
class LearnedClauses {
    private static final String EXAMPLES = "/note/examples.csv";
    private static final String NOTHING = "NOTHING";
    private static final double SURE = 0.7;
    private static final double COST = 10;

    private final List<String> kinds;
    private final TextModel model;

    LearnedClauses() {
        List<String[]> examples = examples();
        this.kinds =
                examples.stream().map(example -> example[0]).distinct().sorted().toList();
        String[] texts = examples.stream().map(example -> example[1]).toArray(String[]::new);
        int[] classes =
                examples.stream().mapToInt(example -> kinds.indexOf(example[0])).toArray();
        this.model = new LearnText(texts, classes, kinds.size()).learn("text", COST, false);
    }

    Optional<Finding.Kind> kind(String clause) {
        double[] shares = model.probabilities(clause);
        int best = 0;
        for (int kind = 1; kind < shares.length; kind++) {
            best = shares[kind] > shares[best] ? kind : best;
        }
        String kind = kinds.get(best);
        return shares[best] < SURE || kind.equals(NOTHING) ? Optional.empty() : Optional.of(Finding.Kind.valueOf(kind));
    }

    private static List<String[]> examples() {
        try (InputStream in = LearnedClauses.class.getResourceAsStream(EXAMPLES)) {
            if (in == null) {
                throw new IllegalStateException("The file " + EXAMPLES + " is missing from the build.");
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return reader.lines()
                        .skip(1)
                        .filter(line -> !line.isBlank())
                        .map(line -> line.split(";", 2))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
