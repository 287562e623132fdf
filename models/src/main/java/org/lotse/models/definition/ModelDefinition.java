package org.lotse.models.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectType;

/**
 * What a model is to predict and from what; one YAML file.
 *
 * @param name by which terms, actions and requests name the model
 * @param task kind of answer
 * @param subject whom the terms belong to, for models that learn from or serve stored subjects
 * @param target what is predicted
 * @param observation when the stored history is looked at
 * @param signals what may be used
 * @param exclude signals never used
 * @param knownBefore columns that are known before the outcome, whatever they look like
 * @param sensitive columns of a table never used, listed apart in the report
 * @param id the column that names a row, in predictions
 * @param textColumn the column of the texts, for a task on text; the longest one where it is not said
 * @param history where a table shows a subject's earlier rows; found by itself where it is evident
 * @param trainer the learner
 * @param calibration how scores become probabilities
 * @param treatment for uplift
 * @param value where purchases are written, for a customer value
 * @param roles which columns say who, when, at which hour, what; found by their names where it is not said
 * @param perPair one model per pair of action and channel where outcomes suffice
 * @param crosses pairs of signals whose combination is a signal
 * @param purpose what the model is used for; marketing sees only terms that allow it
 * @param folds how many folds out-of-fold figures come from, 2 to 20
 * @param seed of every shuffle and sample
 * @param sample most observations taken from history
 * @param upkeep how it is kept fresh
 * @param guards what it may use although it must not by default, and what it must not although it could
 * @param text the file as written
 */
public record ModelDefinition(
        String name,
        Task task,
        Optional<SubjectType> subject,
        Target target,
        Observation observation,
        SignalChoice signals,
        Set<String> exclude,
        Set<String> knownBefore,
        Set<String> sensitive,
        Optional<String> id,
        Optional<String> textColumn,
        Optional<HistoryChoice> history,
        Trainer trainer,
        CalibrationChoice calibration,
        Optional<Treatment> treatment,
        Optional<ValueChoice> value,
        Map<String, String> roles,
        boolean perPair,
        List<Cross> crosses,
        Purpose purpose,
        int folds,
        long seed,
        int sample,
        Upkeep upkeep,
        Guards guards,
        String text) {
    public ModelDefinition {
        exclude = Set.copyOf(exclude);
        knownBefore = Set.copyOf(knownBefore);
        sensitive = Set.copyOf(sensitive);
        crosses = List.copyOf(crosses);
        roles = Map.copyOf(roles);
    }

    /** Two signals whose combination is a signal. */
    public record Cross(String left, String right) {}

    /** The same with fewer folds and observations, where a quick training matters more than the last bit. */
    public ModelDefinition quicker(int most, int observations) {
        return new ModelDefinition(
                name,
                task,
                subject,
                target,
                observation,
                signals,
                exclude,
                knownBefore,
                sensitive,
                id,
                textColumn,
                history,
                trainer,
                calibration,
                treatment,
                value,
                roles,
                perPair,
                crosses,
                purpose,
                Math.min(folds, most),
                seed,
                Math.min(sample, observations),
                upkeep,
                guards,
                text);
    }

    /** The target column of a table, or what the target column built from history is called. */
    public String targetColumn() {
        return target instanceof Target.Column(String column, Optional<String> ignored) ? column : "target";
    }
}
