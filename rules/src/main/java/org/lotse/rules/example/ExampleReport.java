package org.lotse.rules.example;

import java.util.List;
import java.util.Optional;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Place;
import org.lotse.rules.finding.Severity;

/**
 * What came of the examples of a bundle.
 *
 * @param tests each example and whether it passed, in the order of the files
 * @param findings what was not understood, and each expectation that was not met
 * @param coverage per table and file of sentences which rows no example makes fire
 * @param sensitivity how many small changes of cells the examples notice; empty when they were not tried
 * @param complete false when the time ran out before all examples were tried
 */
public record ExampleReport(
        List<Test> tests,
        List<Finding> findings,
        List<Coverage> coverage,
        Optional<Sensitivity> sensitivity,
        boolean complete) {
    public ExampleReport {
        tests = List.copyOf(tests);
        findings = List.copyOf(findings);
        coverage = List.copyOf(coverage);
    }

    /** One example and whether all it expects was met. */
    public record Test(Place place, String name, boolean passed) {}

    /**
     * How sharp the examples are.
     *
     * @param possible how many small changes there are
     * @param tried how many of them were tried, drawn at random where there are too many
     * @param noticed how many of those made an example fail
     * @param unnoticed those that did not
     */
    public record Sensitivity(int possible, int tried, int noticed, List<Unnoticed> unnoticed) {
        public Sensitivity {
            unnoticed = List.copyOf(unnoticed);
        }

        /** Part 0..1 of the changes tried that was noticed; 1 when there was nothing to change. */
        public double score() {
            return tried == 0 ? 1 : (double) noticed / tried;
        }
    }

    /**
     * A small change that no example noticed.
     *
     * @param place the cell
     * @param row the name of its row
     * @param en what was changed, in English
     * @param de what was changed, in German
     */
    public record Unnoticed(Place place, String row, String en, String de) {}

    /** Whether everything was understood, tried and met. */
    public boolean passed() {
        return complete && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** How many examples passed. */
    public int passedTests() {
        return (int) tests.stream().filter(Test::passed).count();
    }

    /** How many rows and sentences there are in all. */
    public int rows() {
        return coverage.stream().mapToInt(Coverage::rows).sum();
    }

    /** How many of them some example makes fire. */
    public int firedRows() {
        return rows()
                - coverage.stream().mapToInt(each -> each.neverFired().size()).sum();
    }
}
