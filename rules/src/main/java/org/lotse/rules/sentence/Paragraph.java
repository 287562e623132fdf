package org.lotse.rules.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a text file of sentences. */
sealed interface Paragraph {
    /** The line it begins in, from 1. */
    int line();

    /** {@code language: de}. */
    record Header(int line, String key, String value) implements Paragraph {}

    /**
     * A name, a colon and a sentence.
     *
     * @param line where the name stands
     * @param name before the colon
     * @param text the sentence as written, with its line breaks
     * @param textLine the line the sentence begins in
     * @param textColumn the column the sentence begins in, from 1
     */
    record Sentence(int line, String name, String text, int textLine, int textColumn) implements Paragraph {}

    /** Text before any name. */
    record Stray(int line, String text) implements Paragraph {}

    Pattern HEADER = Pattern.compile("(?i)\\s*(language|sprache|subject|gegenstand)\\s*:\\s*(\\S.*)");
    Pattern PROMISE = Pattern.compile("(?i)(never|always|nie|niemals|immer)\\s*:\\s*(.*)");
    Pattern NAME = Pattern.compile("(\\S[^:]*?)\\s*:\\s*(.*)");

    /** The parts of a text. A sentence belongs to the name before it; names and headers begin in the first column. */
    static List<Paragraph> of(String text) {
        List<Paragraph> parts = new ArrayList<>();
        Optional<Open> open = Optional.empty();
        String[] lines = text.split("\\R", -1);
        for (int at = 0; at < lines.length; at++) {
            String line = at == 0 ? lines[at].replace("\uFEFF", "") : lines[at];
            Matcher header = HEADER.matcher(line);
            Matcher name = (PROMISE.matcher(line).matches() ? PROMISE : NAME).matcher(line);
            if (line.strip().startsWith("#")) {
                open.ifPresent(sentence -> sentence.add(""));
            } else if (header.matches()) {
                open.ifPresent(sentence -> parts.add(sentence.close()));
                open = Optional.empty();
                parts.add(new Header(at + 1, header.group(1), header.group(2).strip()));
            } else if (name.matches()) {
                open.ifPresent(sentence -> parts.add(sentence.close()));
                open = Optional.of(new Open(at + 1, name.group(1), name.start(2) + 1));
                open.get().add(name.group(2));
            } else if (open.isPresent()) {
                open.get().add(line);
            } else if (!line.isBlank()) {
                parts.add(new Stray(at + 1, line.strip()));
            }
        }
        open.ifPresent(sentence -> parts.add(sentence.close()));
        return parts;
    }

    /** A sentence still being collected. */
    final class Open {
        private final int line;
        private final String name;
        private final int column;
        private final List<String> lines = new ArrayList<>();

        Open(int line, String name, int column) {
            this.line = line;
            this.name = name;
            this.column = column;
        }

        void add(String more) {
            lines.add(more);
        }

        Sentence close() {
            return new Sentence(line, name, String.join("\n", lines).stripTrailing(), line, column);
        }
    }
}
