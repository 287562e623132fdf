package org.lotse.api.rule;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Failed;
import org.lotse.api.cli.Result;
import org.lotse.api.cli.WrongUse;
import org.lotse.models.definition.ReadDefinition;
import org.lotse.rules.check.KnownSubjects;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Severity;
import org.lotse.rules.read.RuleBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lotse rules check DIR}: prints every finding as {@code file:cell: SEVERITY CODE message}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the rule files of a folder and prints every finding with its file and cell.",
            "Exit code 0 without errors, 1 with errors."
        })
final class RulesCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "The folder with vocabulary.yaml, tables/, sentences/ ...")
    private Path folder = Path.of("rules");

    @Mixin
    private Result result = new Result();

    @Override
    public Integer call() {
        List<Finding> findings = workshop(folder).check(bundle(folder));
        result.write(out -> {
            for (Finding finding : findings) {
                out.write(finding + "\n");
            }
        });
        long errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        PrintWriter err = command.commandLine().getErr();
        err.println(findings.size() + " findings, " + errors + " of them errors.");
        return errors == 0 ? ExitCode.OK : ExitCode.NEGATIVE;
    }

    /** Models are known where their definitions lie beside the rules, as they do in a working copy. */
    static DroolsWorkshop workshop(Path folder) {
        Path definitions =
                folder.toAbsolutePath().normalize().resolveSibling("models").resolve("definitions");
        return new DroolsWorkshop(
                Clock.fixed(Instant.now(), ZoneOffset.UTC), () -> names(definitions), () -> KnownSubjects.NONE);
    }

    private static Optional<Set<String>> names(Path definitions) {
        if (!Files.isDirectory(definitions)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(definitions)) {
            return Optional.of(files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> new ReadDefinition().read(file).name())
                    .collect(Collectors.toCollection(TreeSet::new)));
        } catch (IOException e) {
            throw new Failed("The model definitions in " + definitions + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The bundle in a folder somebody named. */
    static RuleBundle bundle(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new WrongUse("There is no folder " + folder + ". Maybe give the path of rules/.");
        }
        try {
            return RuleBundle.ofFolder(folder);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }
}
