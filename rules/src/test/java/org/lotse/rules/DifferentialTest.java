package org.lotse.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lotse.rules.Asking.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.term.Value;
import org.lotse.rules.drools.DroolsRules;

/** Drools, with its indexes and shared nodes, against a plain walk through the same generated rows. */
class DifferentialTest {
    private static final List<String> NUMBERS = List.of("from", "above", "up to", "below", "is", "is not");

    private record Row(String operator, int number, String choice, String other) {
        boolean hits(Optional<Integer> score, Optional<String> contract, Optional<Integer> second) {
            boolean numberHolds = operator.isEmpty() || score.map(this::compare).orElse(false);
            boolean choiceHolds =
                    choice.isEmpty() || contract.map(choice::equals).orElse(false);
            boolean otherHolds = other.isEmpty()
                    || second.map(each -> each < Integer.parseInt(other)).orElse(false);
            return numberHolds && choiceHolds && otherHolds;
        }

        private boolean compare(int score) {
            return switch (operator) {
                case "from" -> score >= number;
                case "above" -> score > number;
                case "up to" -> score <= number;
                case "below" -> score < number;
                case "is" -> score == number;
                default -> score != number;
            };
        }

        String csv(int points) {
            StringBuilder cells = new StringBuilder("r" + points);
            NUMBERS.forEach(each -> cells.append(',').append(each.equals(operator) ? number : ""));
            return cells.append(',')
                    .append(choice)
                    .append(',')
                    .append(other)
                    .append(',')
                    .append(points)
                    .toString();
        }
    }

    @Test
    void firstHitsAreThoseOfAPlainWalk() {
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            List<Row> rows = rows(random, 5 + random.nextInt(60));
            DroolsRules rules = compiled(rows, "first");
            for (int question = 0; question < 60; question++) {
                Optional<Integer> score = maybe(random, random.nextInt(20));
                Optional<String> contract =
                        maybe(random, List.of("MONTHLY", "YEAR", "NONE").get(random.nextInt(3)));
                Optional<Integer> second = maybe(random, random.nextInt(20));
                Conclusion conclusion = ask(rules, score, contract, second);

                double expected = 0;
                for (int row = rows.size() - 1; row >= 0; row--) {
                    expected = rows.get(row).hits(score, contract, second) ? row + 1 : expected;
                }
                assertThat(conclusion.value())
                        .as("seed %d, question %d: %s", seed, question, conclusion)
                        .contains(Value.of(expected));
            }
            rules.close();
        }
    }

    @Test
    void sumsAreThoseOfAPlainWalk() {
        Random random = new Random(7);
        List<Row> rows = rows(random, 80);
        DroolsRules rules = compiled(rows, "sum");
        for (int question = 0; question < 100; question++) {
            Optional<Integer> score = maybe(random, random.nextInt(20));
            Optional<String> contract =
                    maybe(random, List.of("MONTHLY", "YEAR", "NONE").get(random.nextInt(3)));
            Optional<Integer> second = maybe(random, random.nextInt(20));
            double expected = 0;
            for (int row = 0; row < rows.size(); row++) {
                expected += rows.get(row).hits(score, contract, second) ? row + 1 : 0;
            }
            assertThat(ask(rules, score, contract, second).value()).contains(Value.of(expected));
        }
        rules.close();
    }

    private static Conclusion ask(
            DroolsRules rules, Optional<Integer> score, Optional<String> contract, Optional<Integer> second) {
        Asking asking = verify(rules);
        score.ifPresent(each -> asking.given("score", Integer.toString(each)));
        contract.ifPresent(each -> asking.given("contract", each));
        second.ifPresent(each -> asking.given("other", Integer.toString(each)));
        return asking.conclusion("points");
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextInt(6) == 0 ? Optional.empty() : Optional.of(value);
    }

    private static List<Row> rows(Random random, int count) {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            rows.add(new Row(
                    random.nextInt(5) == 0 ? "" : NUMBERS.get(random.nextInt(NUMBERS.size())),
                    random.nextInt(20),
                    random.nextBoolean()
                            ? ""
                            : List.of("MONTHLY", "YEAR", "NONE").get(random.nextInt(3)),
                    random.nextBoolean() ? "" : Integer.toString(random.nextInt(20))));
        }
        return rows;
    }

    private static DroolsRules compiled(List<Row> rows, String hitPolicy) {
        List<String> lines = new ArrayList<>();
        StringBuilder heading = new StringBuilder("Name");
        NUMBERS.forEach(each -> heading.append(",Lead score ").append(each));
        lines.add(heading.append(",Contract is,Other score below,=> Points").toString());
        for (int row = 0; row < rows.size(); row++) {
            lines.add(rows.get(row).csv(row + 1));
        }
        return Bundles.compiled(Bundles.table(hitPolicy, lines.toArray(String[]::new)));
    }
}
