package org.lotse.api.duplicate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Failed;
import org.lotse.models.duplicate.Linkage;
import org.lotse.models.duplicate.Rehearse;
import org.lotse.models.duplicate.StoreLinkage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lotse duplicates train}: learns from records of which a column says whose they are. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Learns what tells duplicates from a file in which one column says whose each record is.")
final class DuplicatesTrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private CustomerFile file = new CustomerFile();

    @Mixin
    private Answers answers = new Answers();

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "COLUMN",
            description = "The column that is the same for records of one customer.")
    private String truth = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the model goes (YAML).")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        return DuplicateFiles.tell(() -> {
            Rehearse rehearse = new Rehearse(
                    file.records(),
                    file.column(truth),
                    DuplicateFiles.progress(command.commandLine().getErr()));
            Linkage linkage = rehearse.learn(answers.count());
            try {
                Path folder = out.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                Files.writeString(out, StoreLinkage.write(linkage));
            } catch (IOException e) {
                throw new Failed("The model could not be written to " + out + ": " + e.getMessage(), e);
            }
            command.commandLine().getErr().printf("Learned from %s decisions.%n", linkage.decisions());
            return ExitCode.OK;
        });
    }
}
