package org.lotse.api.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lotse.api.model.JdbcServedModels;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.Value;
import org.lotse.models.drift.Holm;
import org.lotse.models.drift.Watch;
import org.lotse.models.portrait.Portrait;
import org.lotse.models.registry.TrainedModel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares scores, errors and offers between groups of people by every sensitive attribute, whether the model knows it or
 * not: what is left out of a model may come back through what hangs together with it. Numbers are banded into quarters;
 * groups of fewer than eight are not shown.
 */
@Component
public class CompareGroupsOfPeople {
    private static final int MOST = 5_000;

    private final JdbcServedModels served;
    private final ReadDecisions decisions;
    private final Outcomes outcomes;
    private final RuleSets rules;
    private final JdbcClient database;
    private final Clock clock;

    CompareGroupsOfPeople(
            JdbcServedModels served,
            ReadDecisions decisions,
            Outcomes outcomes,
            RuleSets rules,
            JdbcClient database,
            Clock clock) {
        this.served = served;
        this.decisions = decisions;
        this.outcomes = outcomes;
        this.rules = rules;
        this.database = database;
        this.clock = clock;
    }

    /**
     * How a model treated groups in the last days.
     *
     * @return empty when no version of that name answers
     */
    public Optional<GroupReport> report(String model, int days, Locale locale) {
        return served.champion(model).map(champion -> report(champion, days, locale));
    }

    private GroupReport report(TrainedModel model, int days, Locale locale) {
        SubjectType subject = model.definition().subject().orElse(SubjectType.CUSTOMER);
        Instant until = clock.instant();
        Instant from = until.minus(Duration.ofDays(days));
        List<SeenDecision> seen = decisions.sample(subject, from, until, MOST);
        List<Outcomes.Settled> settled = outcomes.settled(model.definition(), from, until, MOST);
        Set<String> offered = offered(seen);
        List<Compared> compared = new ArrayList<>();
        rules.active().vocabulary().terms(subject).values().stream()
                .filter(term -> term.sensitive() && term.source() instanceof Source.Attribute)
                .forEach(term -> compared.add(compare(model, term, seen, settled, offered)));
        boolean[] beyond = Holm.beyondChance(
                compared.stream()
                        .flatMap(one -> GroupSums.chances(one.shown()).stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                Watch.LEVEL);
        List<GroupReport.Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            boolean notable = beyond[3 * i] || beyond[3 * i + 1] || beyond[3 * i + 2];
            if (!compared.get(i).shown().isEmpty()) {
                attributes.add(compared.get(i).attribute(notable, Language.of(locale)));
            }
        }
        return new GroupReport(model.definition().name(), seen.size(), attributes);
    }

    private record Compared(Term term, Map<String, GroupSums> groups) {
        List<GroupSums> shown() {
            return groups.values().stream()
                    .filter(one -> one.people() >= Portrait.SMALLEST_GROUP)
                    .toList();
        }

        GroupReport.Attribute attribute(boolean notable, Language language) {
            List<GroupReport.PeopleGroup> shown = new ArrayList<>();
            long withheld = 0;
            for (Map.Entry<String, GroupSums> group : groups.entrySet()) {
                if (group.getValue().people() < Portrait.SMALLEST_GROUP) {
                    withheld += group.getValue().people();
                } else {
                    shown.add(group.getValue().shown(title(group.getKey(), language)));
                }
            }
            return new GroupReport.Attribute(term.key().value(), term.title().in(language), notable, withheld, shown);
        }

        private String title(String value, Language language) {
            return Optional.ofNullable(term.values().get(value))
                    .map(title -> title.in(language))
                    .orElse(value);
        }
    }

    private static Compared compare(
            TrainedModel model,
            Term term,
            List<SeenDecision> seen,
            List<Outcomes.Settled> settled,
            Set<String> offered) {
        double[] quarters = quarters(term, seen);
        Map<String, GroupSums> groups = new TreeMap<>();
        for (SeenDecision one : seen) {
            group(term, one, quarters)
                    .ifPresent(value -> groups.computeIfAbsent(value, some -> new GroupSums())
                            .person(score(model, one), offered.contains(one.id())));
        }
        for (Outcomes.Settled one : settled) {
            group(term, one.decision(), quarters)
                    .map(groups::get)
                    .ifPresent(group -> group.outcome(one.predicted(), one.happened()));
        }
        return new Compared(term, groups);
    }

    private static double score(TrainedModel model, SeenDecision seen) {
        return model.text().isPresent() || model.value().isPresent()
                ? Double.NaN
                : model.answer(model.signals().code(seen.terms(), Map.of()));
    }

    private static Optional<String> group(Term term, SeenDecision seen, double[] quarters) {
        return seen.terms().value(term.key()).map(value -> {
            if (!(value instanceof Value.Num(double number)) || quarters.length == 0) {
                return value.toString();
            }
            int quarter = 0;
            while (quarter < quarters.length && number > quarters[quarter]) {
                quarter++;
            }
            return quarter == 0
                    ? "≤ " + plain(quarters[0])
                    : quarter == quarters.length
                            ? "> " + plain(quarters[quarter - 1])
                            : plain(quarters[quarter - 1]) + " – " + plain(quarters[quarter]);
        });
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static double[] quarters(Term term, List<SeenDecision> seen) {
        double[] numbers = seen.stream()
                .flatMap(one -> one.terms().value(term.key()).stream())
                .filter(Value.Num.class::isInstance)
                .mapToDouble(value -> ((Value.Num) value).value())
                .sorted()
                .toArray();
        return numbers.length < 4
                ? new double[0]
                : Arrays.stream(new int[] {1, 2, 3})
                        .mapToDouble(quarter -> numbers[numbers.length * quarter / 4])
                        .distinct()
                        .toArray();
    }

    /** Which of these decisions put an action forward. */
    private Set<String> offered(List<SeenDecision> seen) {
        return new HashSet<>(
                database.sql("select id from decision_log where id = any(?) and at >= ? and action is not null")
                        .param(seen.stream().map(SeenDecision::id).toArray(String[]::new))
                        .param(java.sql.Timestamp.from(seen.stream()
                                .map(SeenDecision::at)
                                .min(Instant::compareTo)
                                .orElse(Instant.EPOCH)))
                        .query((row, number) -> row.getString(1))
                        .list());
    }
}
