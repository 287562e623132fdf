package org.lotse.rules.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.HitPolicy;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;

/** Reads a decision table, from a CSV file or one sheet of a workbook. */
final class TableReader {
    private static final Map<String, String> FIRST_ROW = Map.of(
            "table", "table",
            "tabelle", "table",
            "hit policy", "hits",
            "trefferregel", "hits",
            "subject", "subject",
            "gegenstand", "subject",
            "language", "language",
            "sprache", "language");
    private static final Map<String, HitPolicy> POLICIES = Map.of(
            "first", HitPolicy.FIRST,
            "erste", HitPolicy.FIRST,
            "unique", HitPolicy.UNIQUE,
            "eindeutig", HitPolicy.UNIQUE,
            "collect", HitPolicy.COLLECT,
            "alle", HitPolicy.COLLECT,
            "sum", HitPolicy.SUM,
            "summe", HitPolicy.SUM);
    private final Grid grid;
    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final Findings findings;

    TableReader(Grid grid, Vocabulary vocabulary, Catalogue catalogue, Findings findings) {
        this.grid = grid;
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
        this.findings = findings;
    }

    /** The table, or nothing and findings; rows that are not understood are reported and left out. */
    Optional<RuleFile> read() {
        Map<String, Integer> first = firstRow();
        if (!first.containsKey("table")) {
            findings.error(
                    grid.place(1, 1),
                    FindingCode.NOT_UNDERSTOOD,
                    "first-row",
                    grid.cell(1, 1).text());
            return Optional.empty();
        }
        Optional<HitPolicy> policy = policy(first);
        Optional<SubjectType> subject = subject(first);
        Optional<Language> language = language(first);
        if (policy.isEmpty() || subject.isEmpty() || language.isEmpty()) {
            return Optional.empty();
        }
        HeadingReader headings = new HeadingReader(vocabulary, subject.get(), language.get());
        List<Column> columns = columns(headings);
        CellReader cells = new CellReader(vocabulary, subject.get(), catalogue, headings.names(), language.get());
        List<Rule> rules = rules(columns, cells, policy.get());
        if (rules.isEmpty() && !findings.hasErrors()) {
            findings.warning(grid.whole(), FindingCode.EMPTY_TABLE, "");
        }
        return Optional.of(new RuleFile(
                grid.file(),
                grid.sheet(),
                grid.cell(first.getOrDefault("table", 1), 1).text(),
                language.get(),
                subject.get(),
                new Candidates(vocabulary, subject.get()).of(columns, grid, findings),
                policy.get(),
                rules));
    }

    /** Per known word of the first row the column of its value. */
    private Map<String, Integer> firstRow() {
        Map<String, Integer> values = new LinkedHashMap<>();
        for (int column = 1; column <= grid.width(1); column += 2) {
            String word = grid.cell(column, 1).text();
            String known = FIRST_ROW.get(Names.folded(word));
            if (known != null) {
                values.put(known, column + 1);
            } else if (!word.isEmpty() && column > 1) {
                findings.error(
                        grid.place(column, 1),
                        FindingCode.NOT_UNDERSTOOD,
                        "key",
                        word,
                        Names.nearest(word, FIRST_ROW.keySet()).orElse("hit policy, subject, language"));
            }
        }
        return values;
    }

    private Optional<HitPolicy> policy(Map<String, Integer> first) {
        Integer column = first.get("hits");
        if (column == null) {
            findings.error(grid.place(1, 1), FindingCode.NOT_UNDERSTOOD, "missing-key", "Hit policy");
            return Optional.empty();
        }
        String text = grid.cell(column, 1).text();
        Optional<HitPolicy> policy = Optional.ofNullable(POLICIES.get(Names.folded(text)));
        if (policy.isEmpty()) {
            findings.error(
                    grid.place(column, 1), FindingCode.NOT_UNDERSTOOD, "choice", text, "first, unique, collect, sum");
        }
        return policy;
    }

    private Optional<SubjectType> subject(Map<String, Integer> first) {
        Integer column = first.get("subject");
        if (column == null) {
            return Optional.of(SubjectType.CUSTOMER);
        }
        String wanted = Names.folded(grid.cell(column, 1).text());
        Optional<SubjectType> found = vocabulary.subjects().entrySet().stream()
                .filter(entry -> entry.getKey().value().equals(wanted)
                        || Names.folded(entry.getValue().title().en()).equals(wanted)
                        || Names.folded(entry.getValue().title().de()).equals(wanted))
                .map(Map.Entry::getKey)
                .findFirst();
        if (found.isEmpty()) {
            findings.error(grid.place(column, 1), FindingCode.UNKNOWN_SUBJECT, "", wanted);
        }
        return found;
    }

    private Optional<Language> language(Map<String, Integer> first) {
        Integer column = first.get("language");
        String text = column == null ? "en" : Names.folded(grid.cell(column, 1).text());
        return switch (text) {
            case "en", "english", "englisch" -> Optional.of(Language.EN);
            case "de", "german", "deutsch" -> Optional.of(Language.DE);
            default -> {
                findings.error(
                        grid.place(column == null ? 1 : column, 1),
                        FindingCode.NOT_UNDERSTOOD,
                        "choice",
                        text,
                        "en, de");
                yield Optional.empty();
            }
        };
    }

    private List<Column> columns(HeadingReader headings) {
        List<Column> columns = new ArrayList<>();
        for (int column = 1; column <= grid.width(2); column++) {
            String heading = grid.cell(column, 2).text();
            Column read = new Column.Ignored();
            try {
                read = headings.read(heading);
            } catch (NotReadable bad) {
                bad.reportAt(grid.place(column, 2), findings);
            }
            if (!(read instanceof Column.Ignored) && columns.contains(read)) {
                findings.error(grid.place(column, 2), FindingCode.DUPLICATE_KEY, "", heading);
            }
            columns.add(read);
        }
        if (columns.stream().noneMatch(TableReader::isOutput)) {
            findings.error(grid.place(1, 2), FindingCode.NOT_UNDERSTOOD, "no-output");
        }
        return columns;
    }

    private static boolean isOutput(Column column) {
        return switch (column) {
            case Column.Output ignored -> true;
            case Column.Verdict ignored -> true;
            case Column.AddAction ignored -> true;
            case Column.Channel ignored -> true;
            default -> false;
        };
    }

    private List<Rule> rules(List<Column> columns, CellReader cells, HitPolicy policy) {
        List<Rule> rules = new ArrayList<>();
        for (int row = 3; row <= grid.rows().size(); row++) {
            if (!grid.isBlank(row)) {
                rule(row, columns, cells, policy).ifPresent(rules::add);
            }
        }
        return rules;
    }

    private Optional<Rule> rule(int row, List<Column> columns, CellReader cells, HitPolicy policy) {
        RowReader reader = new RowReader(grid, row, columns, cells, policy);
        int before = findings.count();
        reader.read(findings);
        for (int column = columns.size() + 1; column <= grid.width(row); column++) {
            if (!grid.cell(column, row).isBlank()) {
                findings.error(grid.place(column, row), FindingCode.NOT_UNDERSTOOD, "no-heading");
            }
        }
        if (findings.count() > before) {
            return Optional.empty();
        }
        Optional<LocalDate> from = reader.validFrom();
        Optional<LocalDate> until = reader.validUntil();
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            findings.error(reader.placeOfValidUntil(), FindingCode.BAD_DATE_RANGE, "", from.get(), until.get());
        }
        List<Condition> tests = reader.tests();
        List<Consequence> consequences = reader.consequences();
        RowRef ref = new RowRef(grid.file(), grid.sheet(), row, reader.name());
        return Optional.of(new Rule(ref, from, until, new Condition.All(tests), consequences));
    }
}
