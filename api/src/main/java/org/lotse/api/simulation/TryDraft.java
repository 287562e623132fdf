package org.lotse.api.simulation;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.lotse.api.decision.DecideInBulk;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.rule.RuleDesk;
import org.lotse.engine.arbitration.Prices;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Decides about one stored customer under the rules in force and under a draft. Nothing is reserved or recorded. */
@Component
public class TryDraft {
    private final RuleDesk desk;
    private final RuleSets ruleSets;
    private final DecideInBulk read;
    private final Subjects subjects;
    private final ContactLedger ledger;
    private final ServingModels models;
    private final Prices prices;
    private final Clock clock;

    TryDraft(
            RuleDesk desk,
            RuleSets ruleSets,
            DecideInBulk read,
            Subjects subjects,
            ContactLedger ledger,
            ServingModels models,
            Prices prices,
            Clock clock) {
        this.desk = desk;
        this.ruleSets = ruleSets;
        this.read = read;
        this.subjects = subjects;
        this.ledger = ledger;
        this.models = models;
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * What comes of it.
     *
     * @param before under the rules in force
     * @param after under the draft
     * @param differs whether they decide otherwise
     */
    public record Tried(Outcome before, Outcome after, boolean differs) {}

    /**
     * One decision.
     *
     * @param text what was chosen, in words; why nothing could be
     * @param rows the rows that decide here and not under the other version
     */
    public record Outcome(String key, String text, List<String> rows) {}

    /**
     * Tries a draft.
     *
     * @param decision which decision
     * @param id the customer, or another subject the decision is about
     * @param channel the channel asked for, if any
     * @throws ProblemException when the draft has errors, or no decision is called that
     */
    public Tried tried(UUID draft, String decision, String id, Optional<String> channel, Locale locale) {
        RuleSet active = ruleSets.active();
        RuleSet drafted = desk.compiled(draft);
        DecisionDeclaration declaration = active.vocabulary().decisions().get(decision);
        if (declaration == null) {
            throw ProblemException.invalid(
                    "/decision",
                    "UNKNOWN_DECISION_HERE",
                    decision,
                    String.join(
                            ", ", new TreeSet<>(active.vocabulary().decisions().keySet())));
        }
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        channel.filter(over -> !over.isBlank())
                .ifPresent(over -> question.put("channel", over).put("direction", "INBOUND"));
        SubjectId subject = new SubjectId(declaration.subject(), id.strip());
        DecisionRequest request = read.outbound(decision, subject, Optional.empty(), id.hashCode());
        if (!question.isEmpty()) {
            request = read.request(decision, question, subject, clock.instant(), id.hashCode());
        }
        ReadOnce stored = new ReadOnce(subjects, ledger);
        Titles titles = new Titles(drafted, active, declaration.subject(), Language.of(locale));
        Taken was = new AskCustomers(active, stored, stored, models, prices).ask(request);
        Taken is = new AskCustomers(drafted, stored, stored, models, prices).ask(request);
        Outcome before = outcome(was, is, decision, active, drafted, titles);
        Outcome after = outcome(is, was, decision, drafted, active, titles);
        return new Tried(before, after, !before.key().equals(after.key()));
    }

    private static Outcome outcome(
            Taken taken, Taken other, String decision, RuleSet rules, RuleSet otherRules, Titles titles) {
        return switch (taken) {
            case Taken.Not(Taken.Why why, String what) ->
                new Outcome(
                        why.name(),
                        new java.text.MessageFormat(titles.word("notJudged." + why), Locale.ROOT)
                                .format(new Object[] {what}),
                        List.of());
            case Taken.Again again -> {
                Judged judged = judged(again, decision, rules);
                TreeSet<RowName> own = new TreeSet<>();
                judged.rows().forEach(row -> own.add(RowName.of(row)));
                if (other instanceof Taken.Again that) {
                    judged(that, decision, otherRules).rows().forEach(row -> own.remove(RowName.of(row)));
                }
                yield new Outcome(
                        judged.choice().key(),
                        titles.choice(judged.choice()),
                        own.stream()
                                .map(row -> row.file() + " · " + row.shown())
                                .toList());
            }
        };
    }

    private static Judged judged(Taken.Again again, String decision, RuleSet rules) {
        DecisionDeclaration declaration = rules.vocabulary().decisions().get(decision);
        if (declaration == null) {
            throw new IllegalStateException("The rules " + rules.version() + " took the decision \"" + decision
                    + "\", which they do not declare.");
        }
        return Judged.of(again.decision(), again.inputs().direction(), declaration, rules);
    }
}
