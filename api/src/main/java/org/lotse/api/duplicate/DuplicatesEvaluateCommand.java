package org.lotse.api.duplicate;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Result;
import org.lotse.models.duplicate.Quality;
import org.lotse.models.duplicate.Rehearse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code lotse duplicates evaluate}: how much of what is known to be true is found. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures precision, recall and F1 on a file in which one column says whose each record is.",
            "With --model what was learned elsewhere is measured; without it the file is cross-validated."
        })
final class DuplicatesEvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private CustomerFile file = new CustomerFile();

    @Mixin
    private Answers answers = new Answers();

    @Mixin
    private Result result = new Result();

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "COLUMN",
            description = "The column that is the same for records of one customer.")
    private String truth = "";

    @Option(names = "--model", paramLabel = "FILE", description = "What was learned elsewhere.")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--folds", defaultValue = "5", description = "Parts to cross-validate with; otherwise 5.")
    private int folds = 5;

    @Option(names = "--seed", defaultValue = "1", description = "How the parts are drawn; otherwise 1.")
    private long seed = 1;

    @Override
    public Integer call() {
        return DuplicateFiles.tell(() -> {
            Rehearse rehearse = new Rehearse(
                    file.records(),
                    file.column(truth),
                    DuplicateFiles.progress(command.commandLine().getErr()));
            Quality quality = model.map(DuplicateFiles::linkage)
                    .map(rehearse::with)
                    .orElseGet(() -> rehearse.crossValidated(answers.count(), folds, seed));
            result.write(writer -> writer.write(report(quality).toPrettyString() + "\n"));
            return ExitCode.OK;
        });
    }

    private static ObjectNode report(Quality quality) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("precision", quality.precision())
                .put("recall", quality.recall())
                .put("f1", quality.f1())
                .put("records", quality.records())
                .put("truePairs", quality.all())
                .put("truePairsCompared", quality.compared())
                .put("foundRight", quality.right())
                .put("foundWrong", quality.wrong())
                .put("privateWithBusiness", quality.mixed());
    }
}
