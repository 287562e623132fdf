package org.lotse.api.model;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.models.onnx.WriteOnnx;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lotse model export}: writes a model as ONNX, for other runtimes. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes a model as ONNX, for other runtimes.")
final class ModelExportCommand implements Callable<Integer> {
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "A folder written by model train.")
    private Path model = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the ONNX file goes.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        return ModelFiles.tell(() -> {
            ModelFiles.write(out, WriteOnnx.write(ModelFiles.model(model)));
            return ExitCode.OK;
        });
    }
}
