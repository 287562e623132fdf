package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.drools.DroolsRules;
import org.lotse.rules.example.ExampleReport;
import org.lotse.rules.example.RunExamples;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;

/** Whatever is uploaded: a finding that names the file, in bounded time, and never an exception. */
class HostileFilesTest {
    private static final int GENERATED = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void thereAreEnoughOfThem() {
        assertThat(HostileFiles.all()).hasSizeGreaterThanOrEqualTo(50);
    }

    @TestFactory
    List<DynamicTest> eachIsAnsweredByAFinding() {
        List<DynamicTest> tests = new ArrayList<>();
        HostileFiles.all()
                .forEach((name, hostile) -> tests.add(DynamicTest.dynamicTest(name, () -> {
                    long start = System.nanoTime();
                    List<Finding> findings = findings(Bundles.plain().with(hostile.path(), hostile.content()));

                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
                    assertThat(findings).as(name).anySatisfy(finding -> {
                        assertThat(finding.severity()).isNotEqualTo(Severity.INFO);
                        assertThat(finding.place().file()).isEqualTo(hostile.path());
                        assertThat(finding.message()).isNotBlank();
                        assertThat(finding.messageDe()).isNotBlank();
                    });
                })));
        return tests;
    }

    /** Good files with some bytes, lines or cells changed; what is accepted must compile. */
    @Test
    void tenThousandGeneratedFilesAreAnsweredOrUnderstood() {
        AtomicInteger understood = new AtomicInteger();
        IntStream.range(0, GENERATED).parallel().forEach(seed -> {
            RuleBundle bundle = generated(new Random(seed));
            try {
                RuleContent content = new CheckRules().content(bundle);
                if (!content.hasErrors() && understood.incrementAndGet() % 50 == 0) {
                    DroolsRules.compile(content).close();
                }
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("The files generated from the seed " + seed + " are not answered.", e);
            }
        });
        int accepted = understood.get();
        System.out.printf("%d generated files, %d of them understood%n", GENERATED, accepted);
        assertThat(accepted).isBetween(1, GENERATED - 1);
    }

    private static RuleBundle generated(Random random) {
        Map<String, String> good = Map.of(
                "tables/test.csv",
                """
                Table,test,Hit policy,first,Subject,customer,Language,en
                Name,Lead score from,Contract is one of,Customer since before,Consent for phone is,=> Channel,=> Tier,Valid until,Note
                a,1.5,monthly | none,2026-01-01,yes,Call,high,2027-01-01,x
                b,[Other score],one year,,no,E-mail,,,
                c,,,,,E-mail,low,,
                """,
                "tables/points.csv",
                """
                Tabelle;punkte;Trefferregel;summe;Gegenstand;Kunde;Sprache;de
                Name;Lead-Score ab;Monatsbeitrag bis;=> Punkte
                eins;0,5;1.000;calc min(50, [Lead-Score] * 5)
                zwei;;;-3,5
                """,
                "sentences/x.en.rules",
                """
                language: en
                subject: customer

                Tickets: If tickets is above 3 and (the lead score is below 5 or the contract is monthly),
                  then the action "credit" is not suitable and add action "care".
                """,
                "promises.rules",
                """
                language: de
                Nie: die Punkte liegen über 90 und die Aktion „credit“ wird gewählt.
                """,
                "tests/a.feature",
                """
                Feature: a
                  Scenario: b
                    Given a customer with Lead score 2 and Contract monthly
                    When the channel is decided
                    Then the Channel is "Call"
                """);
        RuleBundle bundle = Bundles.plain();
        for (Map.Entry<String, String> file : good.entrySet()) {
            bundle = bundle.with(file.getKey(), Bundles.bytes(file.getValue()));
        }
        List<String> paths = List.copyOf(bundle.files().keySet());
        for (int change = random.nextInt(3); change >= 0; change--) {
            String path = paths.get(random.nextInt(paths.size()));
            bundle = bundle.with(path, changed(bundle.file(path).orElseThrow(), random));
        }
        return bundle;
    }

    private static byte[] changed(byte[] content, Random random) {
        if (content.length == 0) {
            return content;
        }
        return switch (random.nextInt(6)) {
            case 0 -> {
                byte[] changed = content.clone();
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                yield changed;
            }
            case 1 -> java.util.Arrays.copyOf(content, random.nextInt(content.length));
            case 2 -> replaced(content, random, token(random));
            case 3 -> lines(content, random);
            case 4 -> replaced(content, random, "");
            default -> (new String(content, StandardCharsets.UTF_8) + token(random)).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] replaced(byte[] content, Random random, String by) {
        String text = new String(content, StandardCharsets.UTF_8);
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(12));
        return (text.substring(0, from) + by + text.substring(to)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] lines(byte[] content, Random random) {
        List<String> lines = new ArrayList<>(
                new String(content, StandardCharsets.UTF_8).lines().toList());
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        String line = lines.get(one);
        lines.set(one, lines.get(other));
        lines.set(other, line);
        if (random.nextBoolean()) {
            lines.add(random.nextInt(lines.size()), line);
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String token(Random random) {
        List<String> tokens = List.of(
                "1) ; System.exit(0)",
                "\"",
                "'",
                ",",
                ";",
                "\t",
                "\n",
                "=> ",
                "calc ",
                "calc ((((",
                "[",
                "]",
                "[Lead score]",
                "\u0000",
                "\uFEFF",
                "\u202E",
                "\uD83D",
                "${x}",
                "{{x}}",
                "<a>",
                "&a",
                "*a",
                "!!java.lang.Thread",
                "%s",
                "\\",
                "1e400",
                "-0",
                "NaN",
                "0x10",
                "٣",
                "1,000.5",
                "1.000,5",
                "24.12.2026",
                "2026-12-24",
                "yes",
                "ja",
                "  ",
                "If ",
                "then ",
                "Wenn ",
                "dann ",
                "Never: ",
                "language: de",
                "| a |",
                "Examples:",
                "Given ",
                "#",
                "§",
                "\r");
        return tokens.get(random.nextInt(tokens.size()));
    }

    /** Everything found by checking and by running the examples. */
    private static List<Finding> findings(RuleBundle bundle) {
        List<Finding> findings = new ArrayList<>(new CheckRules().check(bundle));
        ExampleReport report = new RunExamples(
                        new CheckRules(), new RunExamples.Limits(Duration.ofSeconds(10), Duration.ZERO, 0))
                .run(bundle, LocalDate.of(2026, 11, 21), (share, examples) -> {});
        findings.addAll(report.findings());
        return findings;
    }
}
