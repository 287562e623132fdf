package org.lotse.rules;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.Terms;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.check.KnownSubjects;
import org.lotse.rules.example.RunExamples;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.trial.ProvePromises;
import org.lotse.rules.trial.TryPromises;

/**
 * A mistake the guide shows, and what it says comes of it: a block {@code finding CODE} whose first line is a file and
 * whose others are its content, or lines taken out (-) and put in (+), followed by a quotation.
 *
 * @param code the finding
 * @param path the file with the mistake
 * @param how {@code without} takes the file away; a name of an encoding saves it so; else empty
 * @param lines what is in the file
 * @param quoted what the guide says is found
 */
record GuideFinding(FindingCode code, String path, String how, List<String> lines, String quoted) {
    private static final Pattern REPEATED = Pattern.compile("\\.\\.\\. (\\d+) times|\\.\\.\\. (\\d+)-mal");
    private static final Instant AT = Instant.parse("2026-11-18T09:00:00Z");
    private static final int CUSTOMERS = 60;

    static List<GuideFinding> in(String guide) {
        List<GuideFinding> found = new ArrayList<>();
        int from = 0;
        String open = "```finding ";
        while ((from = guide.indexOf(open, from)) >= 0) {
            int end = guide.indexOf("\n```\n", from);
            List<String> block =
                    guide.substring(from + open.length(), end).lines().toList();
            String rest = guide.substring(end + 5).stripLeading();
            String quoted = rest.startsWith("> ")
                    ? rest.substring(2, rest.indexOf('\n')).strip()
                    : "";
            Matcher path = Pattern.compile("(\\S+)(?: \\((.*)\\))?").matcher(block.get(1));
            if (!path.matches()) {
                throw new AssertionError("No file is named by " + block);
            }
            found.add(new GuideFinding(
                    FindingCode.valueOf(block.getFirst().strip()),
                    path.group(1),
                    Optional.ofNullable(path.group(2)).orElse(""),
                    block.subList(2, block.size()),
                    quoted));
            from = end;
        }
        return found;
    }

    /** Everything found when this is put into a bundle. */
    List<Finding> findings(RuleBundle rules) {
        RuleBundle bundle = in(rules);
        CheckRules check = new CheckRules(
                Optional.of(Set.of("accept", "closing", "churn", "reachability", "replenishment")),
                Optional.of(LocalDate.of(2026, 11, 18)));
        return switch (code) {
            case TEST_FAILED, ROW_NOT_TESTED ->
                new RunExamples(check, new RunExamples.Limits(Duration.ofMinutes(5), Duration.ZERO, 0))
                        .run(bundle, LocalDate.of(2026, 11, 18), (share, examples) -> {})
                        .findings();
            case PROMISE_BROKEN ->
                new ProvePromises(KnownSubjects.NONE, new TryPromises.Budget(1_000, Duration.ofMinutes(5)))
                        .prove(bundle, AT)
                        .findings();
            case NOT_SUPPLIED -> check.weighed(bundle, GuideFinding::strangers, AT);
            default -> check.check(bundle);
        };
    }

    /** Customers of whom nothing is known. */
    private static List<KnownSubjects.Known> strangers(
            org.lotse.engine.term.SubjectType type,
            org.lotse.engine.term.Vocabulary vocabulary,
            java.time.ZoneId zone) {
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(number ->
                        new KnownSubjects.Known(new SubjectId(type, "c-" + number), Terms.NONE, Permissions.NONE))
                .toList();
    }

    private RuleBundle in(RuleBundle rules) {
        if (how.equals("without") || how.equals("fehlt")) {
            return rules.without(path);
        }
        boolean changes =
                !lines.isEmpty() && lines.stream().allMatch(line -> line.startsWith("- ") || line.startsWith("+ "));
        String text = changes ? changed(new String(rules.file(path).orElseThrow(), StandardCharsets.UTF_8)) : written();
        return rules.with(path, text.getBytes(how.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(how)));
    }

    private String written() {
        List<String> all = new ArrayList<>();
        for (String line : lines) {
            Matcher repeated = REPEATED.matcher(line);
            if (repeated.matches()) {
                String last = all.getLast();
                int times = Integer.parseInt(repeated.group(1) == null ? repeated.group(2) : repeated.group(1));
                IntStream.range(1, times).forEach(again -> all.add(last));
            } else {
                all.add(line);
            }
        }
        return String.join("\n", all) + "\n";
    }

    private String changed(String before) {
        String text = before;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).substring(2);
            if (lines.get(at).startsWith("+ ")) {
                text = text + line + "\n";
            } else {
                if (!text.contains(line)) {
                    throw new AssertionError(path + " has no “" + line + "” any more.");
                }
                boolean replaced = at + 1 < lines.size() && lines.get(at + 1).startsWith("+ ");
                text = text.replace(line, replaced ? lines.get(at + 1).substring(2) : "");
                at += replaced ? 1 : 0;
            }
        }
        return text;
    }
}
