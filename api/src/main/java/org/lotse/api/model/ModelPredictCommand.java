package org.lotse.api.model;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Result;
import org.lotse.models.registry.PredictionTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lotse model predict}: the model's answers for a table, as CSV in its order. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description =
                "Writes a model's answers for the rows of a table as CSV: id, then a column per class, or value, or uplift.")
final class ModelPredictCommand implements Callable<Integer> {
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "A folder written by model train.")
    private Path model = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "CSV", description = "The table; may be gzipped.")
    private Path data = Path.of("");

    @Mixin
    private Result result = new Result();

    @Override
    public Integer call() {
        return ModelFiles.tell(() -> {
            PredictionTable answers = ModelFiles.model(model).predict(ModelFiles.table(data));
            result.write(out -> out.write(answers.toCsv()));
            return ExitCode.OK;
        });
    }
}
