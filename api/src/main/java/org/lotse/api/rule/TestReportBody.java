package org.lotse.api.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lotse.engine.term.Language;
import org.lotse.rules.example.Coverage;
import org.lotse.rules.example.ExampleReport;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Place;

/**
 * What came of a draft's examples, as the API shows it.
 *
 * @param version content hash of what was tested
 * @param passed whether everything was understood, tried and met
 * @param tests how many examples there are
 * @param failed how many of them failed
 * @param rows how many rows and sentences there are
 * @param rowsFired how many of them some example makes fire
 * @param coverage the same per table, with the rows that never fire
 * @param changes how many small changes of cells the examples notice; left out when there are no examples
 * @param results each example
 * @param findings what was not understood and what was not met
 */
record TestReportBody(
        String version,
        boolean passed,
        int tests,
        int failed,
        int rows,
        int rowsFired,
        List<TableCoverage> coverage,
        Optional<Changes> changes,
        List<Result> results,
        List<FindingBody> findings) {

    /** One example. */
    record Result(
            String file,
            Optional<String> sheet,
            Optional<String> cell,
            Optional<Integer> line,
            String name,
            boolean passed) {
        static Result of(ExampleReport.Test test) {
            Place place = test.place();
            return new Result(
                    place.file(), text(place.sheet()), text(place.cell()), lineOf(place), test.name(), test.passed());
        }
    }

    /** A table or file of sentences; {@code neverFired} are rows. */
    record TableCoverage(String file, Optional<String> sheet, String name, int rows, int fired, List<Row> neverFired) {
        static TableCoverage of(Coverage coverage) {
            return new TableCoverage(
                    coverage.file(),
                    text(coverage.sheet()),
                    coverage.name(),
                    coverage.rows(),
                    coverage.rows() - coverage.neverFired().size(),
                    coverage.neverFired().stream()
                            .map(row -> new Row(row.row(), row.name()))
                            .toList());
        }
    }

    /** A row by its number in the file. */
    record Row(int row, String name) {}

    /**
     * How sharp the examples are.
     *
     * @param possible how many small changes there are
     * @param tried how many were tried
     * @param noticed how many made an example fail
     * @param score noticed / tried
     * @param unnoticed those that did not
     */
    record Changes(int possible, int tried, int noticed, double score, List<Unnoticed> unnoticed) {
        static Changes of(ExampleReport.Sensitivity sensitivity, Language language) {
            return new Changes(
                    sensitivity.possible(),
                    sensitivity.tried(),
                    sensitivity.noticed(),
                    sensitivity.score(),
                    sensitivity.unnoticed().stream()
                            .map(each -> Unnoticed.of(each, language))
                            .toList());
        }
    }

    /** A small change no example noticed. */
    record Unnoticed(
            String file,
            Optional<String> sheet,
            Optional<String> cell,
            Optional<Integer> line,
            String row,
            String change) {
        static Unnoticed of(ExampleReport.Unnoticed unnoticed, Language language) {
            Place place = unnoticed.place();
            return new Unnoticed(
                    place.file(),
                    text(place.sheet()),
                    text(place.cell()),
                    lineOf(place),
                    unnoticed.row(),
                    language == Language.DE ? unnoticed.de() : unnoticed.en());
        }
    }

    static TestReportBody of(String version, ExampleReport report, List<Finding> brokenPromises, Locale locale) {
        List<Finding> findings = new ArrayList<>(brokenPromises);
        findings.addAll(report.findings());
        return new TestReportBody(
                version,
                report.passed() && brokenPromises.isEmpty(),
                report.tests().size(),
                report.tests().size() - report.passedTests(),
                report.rows(),
                report.firedRows(),
                report.coverage().stream().map(TableCoverage::of).toList(),
                report.sensitivity().map(each -> Changes.of(each, Language.of(locale))),
                report.tests().stream().map(Result::of).toList(),
                FindingBody.of(findings, locale));
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(known -> !known.isEmpty());
    }

    private static Optional<Integer> lineOf(Place place) {
        return Optional.of(place.line()).filter(line -> line > 0);
    }
}
