package org.lotse.api.model;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.lotse.api.jobs.JobRun;
import org.lotse.api.jobs.Jobs;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.training.Progress;
import org.springframework.stereotype.Component;

/** Starts trainings that somebody asks for; each is a job that tells how far it is and can be cancelled. */
@Component
public class StartTraining {
    /** The kind of its jobs. */
    public static final String KIND = "training";

    private final TrainModels train;
    private final Jobs jobs;

    StartTraining(TrainModels train, Jobs jobs) {
        this.train = train;
        this.jobs = jobs;
    }

    /** What came of it: a candidate. */
    record Trained(String model, String version) {}

    /**
     * @param by who asks
     * @param language of a failure's words
     * @return the job
     */
    public UUID start(ModelDefinition definition, String by, Locale language) {
        return jobs.submit(KIND, by, language, run -> train(definition, by, run));
    }

    /** How a training tells a job how far it is: the model's name stands in front, so that it is found again. */
    public static Progress said(ModelDefinition definition, JobRun run) {
        return (step, share) -> run.progress(share, definition.name() + ": " + step);
    }

    private Trained train(ModelDefinition definition, String by, JobRun run) {
        try {
            TrainedModel model = train.train(definition, train.history(), said(definition, run), by);
            return new Trained(definition.name(), model.version());
        } catch (ModelProblem e) {
            throw ProblemException.invalid(
                    List.of(FieldProblem.worded("", "NOT_TRAINABLE", String.valueOf(e.getMessage()))));
        }
    }
}
