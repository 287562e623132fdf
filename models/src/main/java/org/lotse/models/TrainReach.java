package org.lotse.models;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.reach.LearnReach;
import org.lotse.models.registry.Finding;
import org.lotse.models.registry.Member;
import org.lotse.models.registry.Origin;
import org.lotse.models.registry.Targets;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.registry.TrainingReport;
import org.lotse.models.scoring.Link;
import org.lotse.models.signal.ChooseSignals;
import org.lotse.models.signal.LeftOut;
import org.lotse.models.training.Progress;
import org.lotse.models.training.Rows;
import org.tribuo.Tribuo;

/** Trains reachability from a table of calls, or from the calls of the stored history. */
final class TrainReach {
    private static final int FEWEST = 50;

    private final ModelDefinition definition;
    private final Clock clock;

    TrainReach(ModelDefinition definition, Clock clock) {
        this.definition = definition;
        this.clock = clock;
    }

    TrainedModel train(TrainingData given, Progress progress) {
        Instant started = clock.instant();
        progress.step("read calls", 0);
        List<Finding> findings = new ArrayList<>();
        double[] all = Targets.of(given.table(), definition).values();
        int[] known = IntStream.range(0, all.length)
                .filter(row -> !Double.isNaN(all[row]))
                .toArray();
        if (known.length < FEWEST) {
            throw new ModelProblem("Only " + known.length + " calls of " + given.source() + " have a value for "
                    + definition.targetColumn() + "; " + definition.name() + " needs at least " + FEWEST + ".");
        }
        if (known.length < all.length) {
            findings.add(new Finding(
                    Finding.Code.ROWS_WITHOUT_TARGET, definition.targetColumn(), all.length - known.length));
        }
        TrainingData data = known.length == all.length ? given : given.pick(known);
        Targets targets = Targets.of(data.table(), definition);
        LearnReach learn = new LearnReach(definition, data.table());
        ChooseSignals.Choice choice = choice(learn, targets.values(), findings);
        LearnReach.LearnedReach learned = learn.learn(choice.signals(), targets.values(), progress);
        Link link = learned.model().scale().unknown();
        progress.step("done", 1);
        Instant ended = clock.instant();
        return new TrainedModel(
                        definition,
                        learned.signals(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(
                                Member.WHOLE,
                                new Member(learned.kinds(), link, "habits of kinds", known.length, true, new byte[0])),
                        targets.classes(),
                        definition.id(),
                        new TrainingReport(
                                learned.evaluation(),
                                "habits of kinds and own calls",
                                "Platt",
                                learned.candidates(),
                                learned.evaluation().logLoss()
                                        < learned.evaluation().baseLogLoss(),
                                findings,
                                Inputs.of(learned.signals()),
                                Stream.concat(data.leftOut().stream(), choice.leftOut().stream())
                                        .toList(),
                                List.of(),
                                Duration.between(started, ended).toMillis() / 1000.0),
                        new Origin(
                                Inputs.hash(definition.text()),
                                data.source(),
                                data.table().hash(),
                                known.length,
                                definition.seed(),
                                "Tribuo " + Tribuo.VERSION,
                                ended))
                .with(learned.model());
    }

    private ChooseSignals.Choice choice(LearnReach learn, double[] targets, List<Finding> findings) {
        ChooseSignals.Choice wide = new ChooseSignals().choose(learn.prepared(), definition);
        ChooseSignals.Choice own = wide.without(present(learn.attempts(targets), wide), LeftOut.Why.HISTORY);
        if (definition.subject().isPresent()) {
            return own;
        }
        Rows rows = new Rows(own.signals(), own.signals().code(learn.prepared()), targets, learn.groups());
        Set<String> leaks = new HashSet<>();
        for (Finding leak : new SuspectLeaks(learn.prepared(), rows).find()) {
            if (!definition.knownBefore().contains(leak.subject())
                    && !definition.signals().named().contains(leak.subject())) {
                leaks.add(leak.subject());
                findings.add(leak);
            }
        }
        return leaks.isEmpty() ? own : own.without(leaks, LeftOut.Why.LEAK);
    }

    private static Set<String> present(Set<String> names, ChooseSignals.Choice choice) {
        Set<String> present = new HashSet<>(names);
        present.removeIf(name -> choice.signals().indexOf(name) < 0);
        return present;
    }
}
