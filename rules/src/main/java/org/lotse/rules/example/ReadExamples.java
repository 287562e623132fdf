package org.lotse.rules.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.read.ReadText;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;
import org.lotse.rules.read.TypedTables;

/**
 * Finds the examples of a bundle: {@code tests/**.feature}, and every table or sheet below {@code tests/} or
 * {@code tables/} whose first cell says <em>Examples</em> or <em>Beispiele</em>. Thread-safe.
 */
public final class ReadExamples {
    /** Where the business keeps its tests. */
    public static final String FOLDER = "tests/";

    /**
     * What was read.
     *
     * @param examples in the order of the files
     * @param findings what was not understood
     */
    record Found(List<Example> examples, List<Finding> findings) {
        Found {
            examples = List.copyOf(examples);
            findings = List.copyOf(findings);
        }
    }

    /** The examples of a bundle whose rules have been read. */
    Found read(RuleBundle bundle, RuleContent content) {
        Findings findings = new Findings();
        List<Example> examples = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : bundle.files().entrySet()) {
            String path = file.getKey();
            if (path.startsWith(FOLDER) && path.endsWith(".feature")) {
                ReadText.of(path, file.getValue(), findings)
                        .ifPresent(text -> examples.addAll(new FeatureReader(content, findings).read(path, text)));
            } else if (isTable(path)) {
                tables(path, file.getValue(), content, findings, examples);
            }
        }
        return new Found(examples, findings.all());
    }

    private static boolean isTable(String path) {
        return (path.startsWith(FOLDER) || path.startsWith("tables/"))
                && (path.endsWith(".csv") || path.endsWith(".xlsx"));
    }

    private static void tables(
            String path, byte[] bytes, RuleContent content, Findings findings, List<Example> examples) {
        boolean ours = path.startsWith(FOLDER);
        Findings reading = new Findings();
        for (TypedTables.Sheet sheet : TypedTables.of(path, bytes, reading)) {
            if (sheet.holdsExamples()) {
                examples.addAll(new ExampleTableReader(content, sheet, findings).read());
            } else if (ours && !sheet.rows().isEmpty()) {
                findings.warning(
                        new Place(path, sheet.name(), "A1", 1),
                        FindingCode.NOT_UNDERSTOOD,
                        "examples-first-row",
                        sheet.cell(1, 1).text());
            }
        }
        if (ours) {
            findings.addAll(reading.all());
        }
    }
}
