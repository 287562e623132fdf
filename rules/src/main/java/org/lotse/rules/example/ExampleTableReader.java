package org.lotse.rules.example;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.read.Cell;
import org.lotse.rules.read.Names;
import org.lotse.rules.read.NotReadable;
import org.lotse.rules.read.RuleContent;
import org.lotse.rules.read.TypedTables;
import org.lotse.rules.read.ValueReader;

/** Reads a table of examples: columns of inputs, then columns of what is expected, one example per row. */
final class ExampleTableReader {
    private static final int MOST_ROWS = 5_000;
    private static final Map<String, String> FIRST_ROW = Map.ofEntries(
            Map.entry("examples", "name"),
            Map.entry("beispiele", "name"),
            Map.entry("decision", "decision"),
            Map.entry("entscheidung", "decision"),
            Map.entry("language", "language"),
            Map.entry("sprache", "language"),
            Map.entry("channel", "channel"),
            Map.entry("kanal", "channel"),
            Map.entry("direction", "direction"),
            Map.entry("richtung", "direction"),
            Map.entry("subject", "subject"),
            Map.entry("gegenstand", "subject"));
    private static final Set<String> NOTES = Set.of("note", "notiz", "bemerkung");
    private static final Set<String> ROWS = Set.of("row", "zeile");
    private static final Set<String> FIRST = Set.of("first", "zuerst");
    private static final Set<String> OFFERED = Set.of("offered", "angeboten");
    private static final Set<String> NOT_OFFERED = Set.of("not offered", "nicht angeboten");
    private static final Set<String> MISSING = Set.of("missing", "fehlt", "-", "\u2013");

    /** What a column says. */
    private sealed interface Column {
        record Name() implements Column {}

        record Input(Term term) implements Column {}

        record Linked(SubjectType type, Term term) implements Column {}

        record Output(Term term) implements Column {}

        record Row() implements Column {}

        record First() implements Column {}

        record Offered(boolean offered) implements Column {}

        record Ignored() implements Column {}
    }

    private final RuleContent content;
    private final TypedTables.Sheet sheet;
    private final Findings findings;
    private final Map<String, Integer> first = new HashMap<>();

    ExampleTableReader(RuleContent content, TypedTables.Sheet sheet, Findings findings) {
        this.content = content;
        this.sheet = sheet;
        this.findings = findings;
    }

    List<Example> read() {
        int before = findings.count();
        firstRow();
        Language language = text("language")
                        .map(Names::folded)
                        .filter(said -> said.startsWith("d") || said.startsWith("ge"))
                        .isPresent()
                ? Language.DE
                : Language.EN;
        Optional<DecisionDeclaration> decision = decision();
        if (decision.isEmpty()) {
            return List.of();
        }
        Optional<Step.Decide> decide = decide(decision.get());
        TermsInWords words =
                new TermsInWords(content.vocabulary(), decision.get().subject(), language);
        List<Column> columns = new ArrayList<>();
        for (int column = 1; column <= sheet.width(2); column++) {
            columns.add(column(column, words, decision.get().subject()));
        }
        if (findings.count() > before || decide.isEmpty()) {
            return List.of();
        }
        List<Example> examples = new ArrayList<>();
        for (int row = 3; row <= sheet.rows().size() && examples.size() < MOST_ROWS; row++) {
            if (!sheet.isBlank(row)) {
                example(row, columns, decision.get(), decide.get(), language).ifPresent(examples::add);
            }
        }
        return examples;
    }

    private void firstRow() {
        for (int column = 1; column <= sheet.width(1); column += 2) {
            String word = sheet.cell(column, 1).text();
            String known = FIRST_ROW.get(Names.folded(word));
            if (known != null) {
                first.put(known, column + 1);
            } else if (!word.isEmpty()) {
                findings.error(
                        sheet.place(column, 1),
                        FindingCode.NOT_UNDERSTOOD,
                        "key",
                        word,
                        Names.nearest(word, FIRST_ROW.keySet()).orElse("decision, language, channel, direction"));
            }
        }
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(first.get(key))
                .map(column -> sheet.cell(column, 1).text())
                .filter(text -> !text.isEmpty());
    }

    private Optional<DecisionDeclaration> decision() {
        Optional<String> named = text("decision");
        if (named.isEmpty()) {
            findings.error(sheet.place(1, 1), FindingCode.NOT_UNDERSTOOD, "missing-key", "Decision");
            return Optional.empty();
        }
        try {
            return Optional.of(new NamedDecisions(content.vocabulary()).find(named.get()));
        } catch (NotReadable bad) {
            bad.reportAt(sheet.place(first.getOrDefault("decision", 1), 1), findings);
            return Optional.empty();
        }
    }

    private Optional<Step.Decide> decide(DecisionDeclaration decision) {
        Place place = sheet.place(first.getOrDefault("channel", 1), 1);
        Direction direction = text("direction")
                        .map(Names::folded)
                        .filter(said -> said.startsWith("out") || said.startsWith("aus"))
                        .isPresent()
                ? Direction.OUTBOUND
                : Direction.INBOUND;
        try {
            Optional<ChannelKey> channel = text("channel").isPresent()
                    ? Optional.of(new Speaking(content, Language.EN)
                            .channel(text("channel").get()))
                    : Optional.empty();
            return Optional.of(new Step.Decide(place, decision.key(), channel, direction));
        } catch (NotReadable bad) {
            bad.reportAt(place, findings);
            return Optional.empty();
        }
    }

    private Column column(int number, TermsInWords words, SubjectType subject) {
        String heading = sheet.cell(number, 2).text();
        String folded = Names.folded(heading);
        if (folded.isEmpty() || NOTES.contains(folded)) {
            return new Column.Ignored();
        }
        if (folded.equals("name")) {
            return new Column.Name();
        }
        try {
            if (!folded.startsWith("=>")) {
                return input(words.path(words.knows(heading) ? heading : bare(heading)), words, subject);
            }
            String output = heading.strip().substring(2).strip();
            String said = Names.folded(output);
            if (ROWS.contains(said)) {
                return new Column.Row();
            }
            if (FIRST.contains(said)) {
                return new Column.First();
            }
            if (OFFERED.contains(said) || NOT_OFFERED.contains(said)) {
                return new Column.Offered(OFFERED.contains(said));
            }
            return new Column.Output(words.titled(output));
        } catch (NotReadable bad) {
            bad.reportAt(sheet.place(number, 2), findings);
            return new Column.Ignored();
        }
    }

    /** A term of the subject itself, or of one it is linked to. */
    private Column input(TermPath path, TermsInWords words, SubjectType subject) throws NotReadable {
        if (path.scope().isEmpty()) {
            return new Column.Input(words.term(path));
        }
        Map<String, SubjectType> links = content.vocabulary().links().getOrDefault(subject, Map.of());
        SubjectType linked = links.get(path.scope().get());
        if (linked == null) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "example-scope", path);
        }
        return new Column.Linked(
                linked, content.vocabulary().term(linked, path.key()).orElseThrow());
    }

    /** A heading may say "is", as those of tables do. */
    private static String bare(String heading) {
        return heading.strip().replaceFirst("(?i)\\s+(is|ist)$", "");
    }

    private Optional<Example> example(
            int row, List<Column> columns, DecisionDeclaration decision, Step.Decide decide, Language language) {
        Speaking scene = new Speaking(content, language);
        ValueReader values = new ValueReader(language);
        Place start = sheet.place(1, row);
        Map<SubjectType, List<Step>> linked = new LinkedHashMap<>();
        List<Step> given = new ArrayList<>();
        List<Step> expected = new ArrayList<>();
        String name = "";
        int before = findings.count();
        for (int column = 1; column <= Math.max(columns.size(), sheet.width(row)); column++) {
            Cell cell = sheet.cell(column, row);
            Place place = sheet.place(column, row);
            if (cell.isBlank()) {
                continue;
            }
            if (column > columns.size()) {
                findings.error(place, FindingCode.NOT_UNDERSTOOD, "no-heading");
                continue;
            }
            try {
                switch (columns.get(column - 1)) {
                    case Column.Name ignored -> name = cell.text();
                    case Column.Input(Term term) -> given.add(new Step.Given(place, term, values.read(term, cell)));
                    case Column.Linked(SubjectType type, Term term) ->
                        linked.computeIfAbsent(type, ignored -> new ArrayList<>())
                                .add(new Step.Given(place, term, values.read(term, cell)));
                    case Column.Output(Term term) ->
                        expected.add(
                                isMissing(term, cell)
                                        ? new Step.OutputIs(place, term, Optional.empty())
                                        : new Step.OutputIs(place, term, Optional.of(values.read(term, cell))));
                    case Column.Row ignored -> expected.add(new Step.RowDecides(place, cell.text()));
                    case Column.First ignored -> expected.add(new Step.First(place, candidates(scene, cell)));
                    case Column.Offered(boolean offered) -> {
                        for (String candidate : candidates(scene, cell)) {
                            expected.add(new Step.Offered(place, candidate, offered));
                        }
                    }
                    case Column.Ignored ignored -> {}
                }
            } catch (NotReadable bad) {
                bad.reportAt(place, findings);
            }
        }
        if (findings.count() > before) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        linked.forEach((type, of) -> {
            steps.add(new Step.About(start, type, ""));
            steps.addAll(of);
        });
        steps.add(new Step.About(start, decision.subject(), ""));
        steps.addAll(given);
        steps.add(decide);
        steps.addAll(expected);
        Examined.order(start, steps, findings);
        return expected.isEmpty() ? Optional.empty() : Optional.of(new Example(start, name, steps));
    }

    private static boolean isMissing(Term term, Cell cell) {
        String said = Names.folded(cell.text());
        return MISSING.contains(said) && !term.values().containsKey(cell.text());
    }

    private static List<String> candidates(Speaking scene, Cell cell) throws NotReadable {
        List<String> found = new ArrayList<>();
        for (String name : cell.text().split("[|;]", -1)) {
            if (!name.isBlank()) {
                found.add(scene.candidate(name.strip()));
            }
        }
        return found;
    }
}
