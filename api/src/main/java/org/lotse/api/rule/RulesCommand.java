package org.lotse.api.rule;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lotse rules}: works on rule files without a service. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Checks, tests, compares and simulates rule files; exports and imports versions of a service.",
        subcommands = {
            RulesCheckCommand.class,
            RulesTestCommand.class,
            RulesDiffCommand.class,
            RulesSimulateCommand.class,
            RulesExportCommand.class,
            RulesImportCommand.class
        })
public final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "Which of its commands? See the list below.");
    }
}
