package org.lotse.api.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lotse.api.decision.DecideInBulk;
import org.lotse.api.decision.RecordedDecisions;
import org.lotse.api.jobs.JobRun;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.rule.RuleDesk;
import org.lotse.api.security.Caller;
import org.lotse.engine.arbitration.Prices;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what a draft would do, as a job. */
@Component
public class SimulateDrafts {
    private final RuleDesk desk;
    private final RuleSets ruleSets;
    private final RecordedDecisions recorded;
    private final DecideInBulk decide;
    private final Subjects subjects;
    private final ContactLedger ledger;
    private final ServingModels models;
    private final Prices prices;
    private final JdbcClient database;
    private final Jobs jobs;
    private final Clock clock;

    SimulateDrafts(
            RuleDesk desk,
            RuleSets ruleSets,
            RecordedDecisions recorded,
            DecideInBulk decide,
            Subjects subjects,
            ContactLedger ledger,
            ServingModels models,
            Prices prices,
            JdbcClient database,
            Jobs jobs,
            Clock clock) {
        this.desk = desk;
        this.ruleSets = ruleSets;
        this.recorded = recorded;
        this.decide = decide;
        this.subjects = subjects;
        this.ledger = ledger;
        this.models = models;
        this.prices = prices;
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Starts a simulation; the job's result says what the draft would do.
     *
     * @throws ProblemException when the draft is not known or has errors, or the question is not sound
     */
    public UUID start(UUID draft, Question question, Caller caller, Locale locale) {
        Question.Complete complete = question.complete(clock.instant());
        if (!ruleSets.active().vocabulary().decisions().containsKey(complete.decision())) {
            throw ProblemException.invalid(
                    "/decision",
                    "UNKNOWN_DECISION_HERE",
                    complete.decision(),
                    ruleSets.active().vocabulary().decisions().keySet().stream()
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        desk.compilable(draft);
        if (complete.request().isPresent()) {
            request(complete, new SubjectId(SubjectType.CUSTOMER, "check"), complete.until());
        }
        return jobs.submit(
                "simulation", caller.name(), locale, run -> simulate(draft, complete, Language.of(locale), run));
    }

    private SimulationBody simulate(UUID id, Question.Complete question, Language language, JobRun run) {
        Instant begun = clock.instant();
        RuleSet active = ruleSets.active();
        RuleSet draft = desk.compiled(id);
        DecisionDeclaration declaration = active.vocabulary().decisions().get(question.decision());
        if (declaration == null) {
            throw new IllegalStateException(
                    "The rules that came into force meanwhile do not declare " + question.decision() + ".");
        }
        SubjectType type = declaration.subject();
        WriteResult result = new WriteResult(active, draft, question, type, language);
        CompareOne compare =
                new CompareOne(active, draft, question.decision(), sensitive(active, type), result.titles());
        return switch (question.source()) {
            case RECORDED -> {
                List<String> ids =
                        recorded.sample(question.decision(), question.from(), question.until(), question.sample());
                TakeAgain before = takeAgain(question, active);
                TakeAgain after = takeAgain(question, draft);
                ReadOutcomes outcomes =
                        new ReadOutcomes(database, active.vocabulary().events());
                boolean amongActions = declaration instanceof DecisionDeclaration.AmongActions;
                Tally tally = new InParallel(run).count(ids, batch -> {
                    Tally counted = new Tally();
                    Map<String, ReadOutcomes.Outcome> known = amongActions ? outcomes.of(batch) : Map.of();
                    recorded.read(batch, question.from(), question.until())
                            .forEach(one ->
                                    compare.add(one, Optional.ofNullable(known.get(one.id())), before, after, counted));
                    return counted;
                });
                yield result.write(
                        tally,
                        ids.size(),
                        recorded.count(question.decision(), question.from(), question.until()),
                        Duration.between(begun, clock.instant()));
            }
            case CUSTOMERS -> {
                List<String> ids = database.sql("select id from subject where type = ? order by md5(id), id limit ?")
                        .params(type.value(), question.sample())
                        .query((row, number) -> row.getString(1))
                        .list();
                Tally tally = new InParallel(run).count(ids, batch -> {
                    ReadOnce stored = new ReadOnce(subjects, ledger);
                    AskCustomers before = new AskCustomers(active, stored, stored, models, prices);
                    AskCustomers after = new AskCustomers(draft, stored, stored, models, prices);
                    Tally counted = new Tally();
                    for (String customer : batch) {
                        SubjectId subject = new SubjectId(type, customer);
                        DecisionRequest request = request(question, subject, begun);
                        compare.add(customer, before.ask(request), after.ask(request), counted);
                        stored.forget();
                    }
                    return counted;
                });
                long all = database.sql("select count(*) from subject where type = ?")
                        .param(type.value())
                        .query(Long.class)
                        .single();
                yield result.write(tally, ids.size(), all, Duration.between(begun, clock.instant()));
            }
        };
    }

    /** The question about one customer; ties are decided the same way each time. */
    private DecisionRequest request(Question.Complete question, SubjectId subject, Instant at) {
        long seed = subject.id().hashCode();
        return question.request()
                .map(request -> decide.request(question.decision(), request, subject, at, seed))
                .orElseGet(() -> decide.outbound(question.decision(), subject, Optional.empty(), seed));
    }

    private TakeAgain takeAgain(Question.Complete question, RuleSet rules) {
        return new TakeAgain(question.decision(), rules, ruleSets, subjects, ledger, models);
    }

    /** What people are compared by: delivered attributes that are declared sensitive. */
    private static Set<TermKey> sensitive(RuleSet rules, SubjectType type) {
        return rules.vocabulary().terms(type).values().stream()
                .filter(term -> term.sensitive() && term.source() instanceof Source.Attribute)
                .filter(SimulateDrafts::hasGroups)
                .map(Term::key)
                .collect(Collectors.toSet());
    }

    private static boolean hasGroups(Term term) {
        return switch (term.type()) {
            case TEXT, DATE -> false;
            default -> true;
        };
    }
}
