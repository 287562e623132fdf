package org.lotse.api.result;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lotse.api.model.ModelVersion;
import org.lotse.api.model.ShowModels;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.result.MaturityMap.Evidence;
import org.lotse.api.result.MaturityMap.Stage;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.Term;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out how far the data of each phase of a customer's journey are used, by what is there. Thread-safe. */
@Component
public class AssessMaturity {
    private static final int ENOUGH = 100;
    private static final int OUTCOMES = 30;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration LATELY = Duration.ofDays(90);

    private final ReadCatalogue catalogue;
    private final MeasureKpis measure;
    private final ShowModels models;
    private final RuleSets rules;
    private final JdbcClient database;
    private final MessageSource messages;
    private final Clock clock;

    AssessMaturity(
            ReadCatalogue catalogue,
            MeasureKpis measure,
            ShowModels models,
            RuleSets rules,
            JdbcClient database,
            MessageSource messages,
            Clock clock) {
        this.catalogue = catalogue;
        this.measure = measure;
        this.models = models;
        this.rules = rules;
        this.database = database;
        this.messages = messages;
        this.clock = clock;
    }

    /** By what is stored, measured, predicted and reported back. */
    public MaturityMap assess(Locale locale) {
        return map(locale, (key, phase) -> evidence(phase, locale));
    }

    /**
     * By what somebody says of a company.
     *
     * @param stated the step of each phase, {@code NONE} where nothing is stored
     */
    public MaturityMap stated(Map<String, String> stated, Locale locale) {
        stated.keySet().stream()
                .filter(key -> !catalogue.get().phases().containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    throw ProblemException.invalid(
                            "/phases/" + key,
                            "UNKNOWN_PHASE",
                            key,
                            String.join(", ", catalogue.get().phases().keySet()));
                });
        MaturityMap all = map(locale, (key, phase) -> says(key, stated.get(key)));
        return new MaturityMap(all.phases().stream()
                .filter(one -> stated.containsKey(one.key()))
                .toList());
    }

    private interface Look {
        List<Evidence> of(String key, JourneyPhase phase);
    }

    private MaturityMap map(Locale locale, Look look) {
        List<MaturityMap.Phase> phases = new ArrayList<>();
        catalogue.get().phases().forEach((key, phase) -> {
            List<Evidence> evidence = look.of(key, phase);
            @Nullable Stage reached = MaturityMap.reached(evidence);
            @Nullable Stage next = MaturityMap.after(reached);
            phases.add(new MaturityMap.Phase(
                    key, phase.title().in(locale), reached, next, evidence, words(reached, next, locale)));
        });
        return new MaturityMap(phases);
    }

    private String words(@Nullable Stage reached, @Nullable Stage next, Locale locale) {
        String stands = say("result.maturity.stands." + (reached == null ? "NONE" : reached.name()), locale);
        return next == null ? stands : stands + " " + say("result.maturity.next." + next, locale);
    }

    private static List<Evidence> says(String key, @Nullable String stated) {
        List<Evidence> evidence = new ArrayList<>();
        int steps = 0;
        if (stated != null && !stated.equals("NONE")) {
            try {
                steps = Stage.valueOf(stated).ordinal() + 1;
            } catch (IllegalArgumentException none) {
                throw ProblemException.invalid(
                        "/phases/" + key,
                        "UNKNOWN_STAGE",
                        stated,
                        "NONE, "
                                + String.join(
                                        ", ",
                                        List.of(Stage.values()).stream()
                                                .map(Enum::name)
                                                .toList()));
            }
        }
        for (Stage stage : Stage.values()) {
            evidence.add(new Evidence(stage, stage.ordinal() < steps, ""));
        }
        return evidence;
    }

    private List<Evidence> evidence(JourneyPhase phase, Locale locale) {
        Instant now = clock.instant();
        long stored = stored(phase.events(), now.minus(YEAR));
        Set<String> terms = terms(phase.events(), locale);
        List<String> measured = measured(phase.kpis(), now, locale);
        List<String> serving = phase.models().stream().filter(this::serves).toList();
        List<String> renewed = serving.stream().filter(this::renewsItself).toList();
        long outcomes = renewed.isEmpty() ? 0 : outcomes(now.minus(LATELY));
        return List.of(
                found(Stage.STORAGE, stored >= ENOUGH, locale, stored, ENOUGH),
                found(Stage.ANALYSIS, !terms.isEmpty(), locale, terms.size(), few(terms)),
                found(Stage.DESCRIPTIVE, !measured.isEmpty(), locale, String.join(", ", measured)),
                found(Stage.PREDICTIVE, !serving.isEmpty(), locale, String.join(", ", serving)),
                found(
                        Stage.SELF_LEARNING,
                        outcomes >= OUTCOMES,
                        locale,
                        outcomes,
                        OUTCOMES,
                        String.join(", ", renewed)));
    }

    private static String few(Set<String> terms) {
        return String.join(", ", terms.stream().limit(3).toList());
    }

    private Evidence found(Stage stage, boolean there, Locale locale, Object... values) {
        String key = "result.maturity." + (there ? "found." : "missing.") + stage;
        return new Evidence(stage, there, String.valueOf(messages.getMessage(key, values, locale)));
    }

    private long stored(List<String> events, Instant since) {
        return database.sql("select count(*) from event where type = any (:events) and time > :since")
                .param("events", events.toArray(String[]::new))
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    /** The terms that are worked out of these events: somebody asks what happened. */
    private Set<String> terms(List<String> events, Locale locale) {
        Set<String> titles = new TreeSet<>();
        rules.active().vocabulary().subjects().values().stream()
                .flatMap(subject -> subject.terms().values().stream())
                .filter(term -> isMadeOf(term, events))
                .forEach(term -> titles.add(term.title().in(Language.of(locale))));
        return titles;
    }

    private static boolean isMadeOf(Term term, List<String> events) {
        return term.source() instanceof Source.Aggregate aggregate && events.contains(aggregate.event());
    }

    private List<String> measured(List<String> kpis, Instant now, Locale locale) {
        return kpis.stream()
                .map(catalogue.get()::kpi)
                .filter(kpi -> !measure.measure(kpi, List.of(new MeasureKpis.Span(now.minus(YEAR), now)))
                        .getFirst()
                        .isTooFew())
                .map(kpi -> kpi.title().in(locale))
                .toList();
    }

    private boolean serves(String model) {
        return models.versions(model).stream().anyMatch(version -> version.state() == ModelVersion.State.CHAMPION);
    }

    private boolean renewsItself(String model) {
        return Optional.ofNullable(models.definitions().get(model))
                .filter(definition -> definition.upkeep().every().isPresent()
                        || definition.upkeep().afterOutcomes().isPresent())
                .isPresent();
    }

    /** Outcomes that were reported of decisions: what a model learns from. */
    private long outcomes(Instant since) {
        return database.sql("select count(*) from outcome where at > :since")
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    private String say(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, locale));
    }
}
