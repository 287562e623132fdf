package org.lotse.api.simulation;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.Capacity;
import org.lotse.engine.evaluation.EvaluatePolicy;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;

/** Puts what was counted into words and estimates. */
final class WriteResult {
    private static final int EXAMPLES = 20;
    private static final int CHANGES = 200;
    private static final int LEAST_OF_A_GROUP = 30;

    private final RuleSet active;
    private final RuleSet draft;
    private final Question.Complete question;
    private final Titles titles;
    private final Language language;

    WriteResult(RuleSet active, RuleSet draft, Question.Complete question, SubjectType type, Language language) {
        this.active = active;
        this.draft = draft;
        this.question = question;
        this.titles = new Titles(draft, active, type, language);
        this.language = language;
    }

    Titles titles() {
        return titles;
    }

    SimulationBody write(Tally tally, long looked, long population, Duration took) {
        long whole = looked == 0 ? 0 : Math.round((double) population * tally.judged / looked);
        return new SimulationBody(
                draft.version(),
                active.version(),
                question.decision(),
                question.source(),
                question.from(),
                question.until(),
                population,
                looked,
                tally.judged,
                notJudged(tally),
                tally.changed,
                Estimate.share(tally.changed, tally.judged, whole),
                changes(tally, whole),
                counted(tally.actions, tally.judged, whole, titles::candidate),
                counted(tally.channels, tally.judged, whole, titles::channel),
                terms(tally, whole),
                rows(tally),
                sum(tally.value, tally.judged, whole),
                sum(tally.cost, tally.judged, whole),
                draft.settings().currency().getCurrencyCode(),
                achieved(tally),
                uses(tally, whole),
                groups(tally, whole),
                tally.predictedAnew,
                examples(tally),
                took.toMillis() / 1000.0);
    }

    private Optional<SimulationBody.Achieved> achieved(Tally tally) {
        return tally.evidence.isEmpty()
                ? Optional.empty()
                : Optional.of(new WriteAchieved(draft.settings().currency().getCurrencyCode(), language, titles)
                        .write(new EvaluatePolicy(tally.evidence).evaluate()));
    }

    private List<SimulationBody.NotJudged> notJudged(Tally tally) {
        return tally.stopped.entrySet().stream()
                .map(entry -> {
                    Tally.Stopped why = entry.getKey();
                    String what = TermKey.isWellFormed(why.what()) ? titles.title(new TermKey(why.what())) : why.what();
                    return new SimulationBody.NotJudged(
                            why.why().name(),
                            Optional.of(why.what()).filter(text -> !text.isEmpty()),
                            why.byDraft(),
                            entry.getValue(),
                            new MessageFormat(titles.word("notJudged." + why.why()), language.locale())
                                    .format(new Object[] {what}));
                })
                .toList();
    }

    private List<SimulationBody.Change> changes(Tally tally, long whole) {
        return tally.moved.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Tally.Moved, Tally.Cell> entry) ->
                                entry.getKey().isChange())
                        .reversed()
                        .thenComparing(entry -> -entry.getValue().count)
                        .thenComparing(entry -> entry.getKey().from().key())
                        .thenComparing(entry -> entry.getKey().to().key()))
                .limit(CHANGES)
                .map(entry -> new SimulationBody.Change(
                        named(entry.getKey().from()),
                        named(entry.getKey().to()),
                        entry.getKey().isChange(),
                        entry.getValue().count,
                        Estimate.share(entry.getValue().count, tally.judged, whole),
                        entry.getValue().value.change(tally.judged, whole),
                        entry.getValue().examples.stream()
                                .map(Tally.Example::id)
                                .toList()))
                .toList();
    }

    private SimulationBody.Named named(Judged.Choice choice) {
        return new SimulationBody.Named(choice.key(), titles.choice(choice));
    }

    private static List<SimulationBody.Counted> counted(
            Map<String, Tally.Both> counts, long judged, long whole, java.util.function.UnaryOperator<String> title) {
        return counts.entrySet().stream()
                .map(entry -> new SimulationBody.Counted(
                        entry.getKey(),
                        title.apply(entry.getKey()),
                        entry.getValue().before,
                        entry.getValue().after,
                        Estimate.share(entry.getValue().before, judged, whole),
                        Estimate.share(entry.getValue().after, judged, whole)))
                .sorted(Comparator.comparingLong((SimulationBody.Counted one) -> -Math.max(one.before(), one.after()))
                        .thenComparing(SimulationBody.Counted::key))
                .toList();
    }

    private List<SimulationBody.OfTerm> terms(Tally tally, long whole) {
        List<SimulationBody.OfTerm> terms = new ArrayList<>();
        tally.choices.forEach((key, byValue) -> terms.add(new SimulationBody.OfTerm(
                key.value(),
                titles.title(key),
                counted(byValue, tally.judged, whole, value -> titles.value(key, value)),
                Optional.empty())));
        tally.amounts.forEach((key, amount) -> {
            SimulationBody.Sum sum = sum(amount, tally.judged, whole);
            double each = whole == 0 ? 0 : 1.0 / whole;
            terms.add(new SimulationBody.OfTerm(
                    key.value(),
                    titles.title(key),
                    List.of(),
                    Optional.of(new SimulationBody.Sum(
                            sum.before().times(each),
                            sum.after().times(each),
                            sum.change().times(each)))));
        });
        return terms;
    }

    private static List<SimulationBody.Row> rows(Tally tally) {
        return tally.rows.entrySet().stream()
                .map(entry -> new SimulationBody.Row(
                        entry.getKey().file(),
                        Optional.of(entry.getKey().sheet()).filter(sheet -> !sheet.isEmpty()),
                        entry.getKey().shown(),
                        entry.getValue().before,
                        entry.getValue().after,
                        tally.judged == 0 ? 0 : (double) entry.getValue().after / tally.judged))
                .toList();
    }

    private static SimulationBody.Sum sum(Paired paired, long judged, long whole) {
        return new SimulationBody.Sum(
                paired.before(judged, whole), paired.after(judged, whole), paired.change(judged, whole));
    }

    private List<SimulationBody.Use> uses(Tally tally, long whole) {
        LocalDate day = LocalDate.ofInstant(question.until(), draft.settings().zone());
        boolean recorded = question.source() == Question.Source.RECORDED;
        return tally.uses.entrySet().stream()
                .map(entry -> {
                    SimulationBody.Sum sum = sum(entry.getValue(), tally.judged, whole);
                    Optional<Capacity> capacity = draft.catalogue().capacity(entry.getKey(), day);
                    return new SimulationBody.Use(
                            entry.getKey(),
                            sum.before(),
                            sum.after(),
                            sum.change(),
                            capacity.map(there -> recorded ? there.amount() * periods(there.per()) : there.amount()),
                            recorded
                                    ? Optional.empty()
                                    : capacity.map(there -> there.per().name()));
                })
                .toList();
    }

    /** How many of the periods an amount is for lie in the time asked about. */
    private double periods(Capacity.Per per) {
        double days = question.span().toMillis() / (double) Duration.ofDays(1).toMillis();
        return switch (per) {
            case HOUR -> days * 24;
            case DAY -> days;
            case WEEK -> days / 7;
            case MONTH -> days / 30.436875;
            case QUARTER -> days / 91.310625;
            case YEAR -> days / 365.2425;
        };
    }

    private List<SimulationBody.Grouped> groups(Tally tally, long whole) {
        List<SimulationBody.Grouped> grouped = new ArrayList<>();
        tally.groups.forEach((key, group) -> {
            List<SimulationBody.OneGroup> ones = new ArrayList<>();
            double[] before = {1, 0};
            double[] after = {1, 0};
            boolean[] apart = {false};
            group.counts().forEach((value, counts) -> {
                long all = tally.judged == 0 ? 0 : Math.round((double) counts.decisions * whole / tally.judged);
                SimulationBody.OneGroup one = new SimulationBody.OneGroup(
                        value,
                        titles.value(key, value),
                        counts.decisions,
                        Estimate.share(counts.offeredBefore, counts.decisions, all),
                        Estimate.share(counts.offeredAfter, counts.decisions, all),
                        Estimate.share(counts.changed, counts.decisions, all));
                if (counts.decisions >= LEAST_OF_A_GROUP) {
                    widen(before, one.offeredBefore().value());
                    widen(after, one.offeredAfter().value());
                    apart[0] |= ones.stream()
                            .filter(other -> other.decisions() >= LEAST_OF_A_GROUP)
                            .anyMatch(other -> differ(other, one));
                }
                ones.add(one);
            });
            grouped.add(new SimulationBody.Grouped(
                    key.value(),
                    titles.title(key),
                    Math.max(0, before[1] - before[0]),
                    Math.max(0, after[1] - after[0]),
                    apart[0],
                    ones));
        });
        return grouped;
    }

    private static void widen(double[] span, double share) {
        span[0] = Math.min(span[0], share);
        span[1] = Math.max(span[1], share);
    }

    /** Whether the part offered moved so differently in two groups that chance does not explain it: three deviations. */
    private static boolean differ(SimulationBody.OneGroup one, SimulationBody.OneGroup other) {
        double difference = one.offeredAfter().value()
                - one.offeredBefore().value()
                - other.offeredAfter().value()
                + other.offeredBefore().value();
        return Math.abs(difference) > 3 * Math.sqrt(variance(one) + variance(other)) && Math.abs(difference) > 0.005;
    }

    private static double variance(SimulationBody.OneGroup group) {
        double moved =
                Math.abs(group.offeredAfter().value() - group.offeredBefore().value());
        return moved * (1 - moved) / group.decisions();
    }

    private List<SimulationBody.Example> examples(Tally tally) {
        return tally.moved.entrySet().stream()
                .filter(entry -> entry.getKey().isChange())
                .sorted(Comparator.comparing((Map.Entry<Tally.Moved, Tally.Cell> entry) -> -entry.getValue().count)
                        .thenComparing(entry -> entry.getKey().from().key())
                        .thenComparing(entry -> entry.getKey().to().key()))
                .flatMap(entry -> entry.getValue().examples.stream())
                .limit(EXAMPLES)
                .map(one -> new SimulationBody.Example(
                        one.id(),
                        one.subject(),
                        named(one.moved().from()),
                        named(one.moved().to()),
                        one.valueChange(),
                        one.nowFire().stream().map(WriteResult::shown).toList(),
                        one.noLongerFire().stream().map(WriteResult::shown).toList()))
                .toList();
    }

    private static String shown(RowName row) {
        return row.file() + (row.sheet().isEmpty() ? "" : ":" + row.sheet()) + " · " + row.shown();
    }
}
