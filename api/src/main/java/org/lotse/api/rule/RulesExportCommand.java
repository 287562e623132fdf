package org.lotse.api.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.rules.read.RuleBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lotse rules export DIR}: writes a version of a running service into a folder. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the files of a version of the rules into a folder.",
            "Files the version has are replaced; others in the folder stay."
        })
final class RulesExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "Where to write them.")
    private Path folder = Path.of("rules");

    @Option(names = "--version-id", defaultValue = "active", description = "Which version (default: the active one).")
    private String version = "active";

    @Mixin
    private ServiceAddress service = new ServiceAddress();

    @Override
    public Integer call() {
        RuleBundle bundle = PackedFiles.unpack(service.get("/v1/rules/versions/" + version + "/archive"));
        for (Map.Entry<String, byte[]> file : bundle.files().entrySet()) {
            write(folder.resolve(RulePaths.checked(file.getKey())), file.getValue());
        }
        command.commandLine().getErr().println(bundle.files().size() + " files of version " + bundle.version() + ".");
        return ExitCode.OK;
    }

    private static void write(Path path, byte[] content) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be written.", e);
        }
    }
}
