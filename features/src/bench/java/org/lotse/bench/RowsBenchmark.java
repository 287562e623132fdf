package org.lotse.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.rules.drools.DroolsRules;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How the cost of one judgement grows with the rows of a table of ranges without a key, and with rows about actions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseG1GC"})
public class RowsBenchmark {
    private static final int QUESTIONS = 1_024;

    /** Rows of the table. */
    @Param({"24", "240", "2400", "10000"})
    int rows;

    /** What the rows do: {@code points} they add, or {@code eligible} actions they allow. */
    @Param({"points", "eligible"})
    String kind = "points";

    private DroolsRules rules = Company.compiled();
    private RuleRequest[] requests = {};
    private int next;

    @Setup
    public void prepare() {
        Random random = new Random(5);
        long start = System.nanoTime();
        rules = Company.compiled(files -> files.put("tables/many.csv", table(random)));
        System.out.printf(
                Locale.ROOT,
                "# %d rows read, checked and compiled in %.0f ms%n",
                rows,
                (System.nanoTime() - start) / 1e6);
        Map<CandidateRef, Terms> candidates = new HashMap<>();
        rules.catalogue().actions().keySet().forEach(key -> candidates.put(new CandidateRef.OfAction(key), Terms.NONE));
        requests = new RuleRequest[QUESTIONS];
        for (int each = 0; each < QUESTIONS; each++) {
            Map<TermPath, Reading> readings = new HashMap<>();
            for (int number = 0; number < Company.NUMBERS.length; number++) {
                readings.put(
                        TermPath.of(new TermKey(Company.NUMBERS[number])),
                        new Reading.Known(Value.of(random.nextDouble() * Company.HIGHEST[number])));
            }
            Terms terms = each == 0 ? new Terms(readings) : requests[0].terms().with(readings);
            requests[each] = new RuleRequest(
                    rules.vocabulary().decisions().values().iterator().next(),
                    SubjectType.CUSTOMER,
                    terms,
                    candidates,
                    Instant.parse("2026-11-24T10:00:00Z"));
        }
    }

    @Benchmark
    public Judgement judge() {
        next = next + 1 & QUESTIONS - 1;
        return rules.judge(requests[next]);
    }

    /** Each row holds for about one customer in a thousand: four ranges, no term that could serve as a key. */
    private byte[] table(Random random) {
        boolean points = kind.equals("points");
        StringBuilder table = new StringBuilder("Table,many,Hit policy," + (points ? "sum" : "collect")
                + ",Subject,customer,Language,en\nName," + (points ? "" : "Action is one of,"));
        int[] columns = {0, 1, 3, 4};
        for (int column : columns) {
            String title = title(Company.NUMBERS[column]);
            table.append(title).append(" from,").append(title).append(" below,");
        }
        table.append(points ? "=> Lead score\n" : "=> Suitable\n");
        for (int row = 0; row < rows; row++) {
            table.append('r').append(row).append(',');
            if (!points) {
                table.append(Company.ACTIONS[row % Company.ACTIONS.length]).append(',');
            }
            for (int column : columns) {
                double width = Company.HIGHEST[column] * 0.3;
                double from = random.nextDouble() * (Company.HIGHEST[column] - width);
                table.append(String.format(Locale.ROOT, "%.2f,%.2f,", from, from + width));
            }
            table.append(points ? 1 + row % 7 : "yes").append('\n');
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String title(String key) {
        return Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }
}
