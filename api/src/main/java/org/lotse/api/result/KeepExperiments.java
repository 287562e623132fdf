package org.lotse.api.result;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.result.KeptResults.Kept;
import org.lotse.api.result.KeptResults.Kind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Keeps A/B tests as they were planned, and says how each stands. Thread-safe. */
@Component
public class KeepExperiments {
    private static final ProblemKind UNKNOWN = new ProblemKind("unknown-experiment", HttpStatus.NOT_FOUND);

    private final KeptResults kept;
    private final MeasureExperiments measure;

    KeepExperiments(KeptResults kept, MeasureExperiments measure) {
        this.kept = kept;
        this.measure = measure;
    }

    /**
     * How a kept experiment stands.
     *
     * @param decides the arms by the outcome that decides; empty while too few days are over
     * @param beside the arms by the other outcomes
     * @param problem why nothing can be said yet, in words; empty otherwise
     */
    public record Standing(
            String name,
            Experiment experiment,
            String by,
            Instant at,
            List<ExperimentView> decides,
            List<ExperimentView> beside,
            String problem) {
        public Standing {
            decides = List.copyOf(decides);
            beside = List.copyOf(beside);
        }
    }

    public List<Standing> all(Locale locale) {
        return kept.all(Kind.EXPERIMENT, Experiment.class).stream()
                .map(one -> standing(one, locale))
                .toList();
    }

    Standing one(String name, Locale locale) {
        return kept.find(Kind.EXPERIMENT, name, Experiment.class)
                .map(one -> standing(one, locale))
                .orElseThrow(() -> unknown(name));
    }

    /**
     * Keeps an experiment in the place of the one of this name.
     *
     * @throws ProblemException when it names events nobody declared
     */
    public Standing keep(String name, Experiment experiment, String by, Locale locale) {
        measure.known("/event", experiment.event());
        measure.known("/outcome", experiment.outcome());
        experiment.others().forEach(event -> measure.known("/also", event));
        return standing(kept.keep(Kind.EXPERIMENT, name, experiment, by), locale);
    }

    public void takeAway(String name, String by) {
        if (!kept.takeAway(Kind.EXPERIMENT, name, by)) {
            throw unknown(name);
        }
    }

    private Standing standing(Kept<Experiment> one, Locale locale) {
        MeasureExperiments.Question question = one.body().question();
        if (!measure.hasArms(question)) {
            return new Standing(
                    one.key(), one.body(), one.by(), one.at(), List.of(), List.of(), measure.notYet(question, locale));
        }
        return new Standing(
                one.key(),
                one.body(),
                one.by(),
                one.at(),
                List.of(measure.measure(question, locale)),
                one.body().others().stream()
                        .map(event -> measure.beside(question.about(event), locale))
                        .toList(),
                "");
    }

    private static ProblemException unknown(String name) {
        return ProblemException.of(UNKNOWN, name);
    }
}
