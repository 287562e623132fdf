package org.lotse.api.model;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ReadDefinition;
import org.lotse.models.onnx.ImportOnnx;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lotse model import}: takes an ONNX model, judges it by a sample with the outcome, and writes it into a folder. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Takes an ONNX model, judges it by a sample with the outcome, and writes it into a folder.")
final class ModelImportCommand implements Callable<Integer> {
    @Option(names = "--definition", required = true, paramLabel = "FILE", description = "The definition (YAML).")
    private Path definition = Path.of("");

    @Option(names = "--onnx", required = true, paramLabel = "FILE", description = "The model.")
    private Path onnx = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "CSV", description = "The sample; may be gzipped.")
    private Path data = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the model goes.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        return ModelFiles.tell(() -> {
            ModelDefinition wanted = new ReadDefinition().read(ModelFiles.file(definition, "definition"));
            byte[] file = ModelFiles.bytes(onnx, "ONNX");
            ImportOnnx.take(wanted, file, ModelFiles.table(data), Clock.system(ZoneOffset.UTC))
                    .saveTo(out);
            return ExitCode.OK;
        });
    }
}
