package org.lotse.api.rule;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lotse rules import DIR}: makes a draft of a folder in a running service. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Begins a draft that consists of exactly the rule files of a folder, and prints it as JSON.",
            "It is checked, and goes the way of every draft: submission, approval by somebody else, activation."
        })
final class RulesImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder with vocabulary.yaml, tables/, sentences/ ...")
    private Path folder = Path.of("rules");

    @Mixin
    private ServiceAddress service = new ServiceAddress();

    @Mixin
    private Result result = new Result();

    @Override
    public Integer call() {
        byte[] archive = PackedFiles.pack(RulesCheckCommand.bundle(folder));
        String draft = service.post("/v1/rules/drafts", "application/zip", archive);
        result.write(out -> out.write(draft + "\n"));
        return ExitCode.OK;
    }
}
