package org.lotse.api.model;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Result;
import org.lotse.models.registry.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code lotse model evaluate}: how good a model is on a table that has the target. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measures a model on a table that has the target and writes the report as JSON.")
final class ModelEvaluateCommand implements Callable<Integer> {
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "A folder written by model train.")
    private Path model = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "CSV", description = "The table; may be gzipped.")
    private Path data = Path.of("");

    @Mixin
    private Result result = new Result();

    @Override
    public Integer call() {
        return ModelFiles.tell(() -> {
            TrainedModel trained = ModelFiles.model(model);
            ObjectNode report = ReportJson.of(trained.evaluate(ModelFiles.table(data)), JsonMapper.shared())
                    .put("model", trained.name());
            result.write(out -> out.write(report.toPrettyString() + "\n"));
            return ExitCode.OK;
        });
    }
}
