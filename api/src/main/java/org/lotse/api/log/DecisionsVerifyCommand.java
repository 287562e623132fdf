package org.lotse.api.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Failed;
import org.lotse.api.cli.Result;
import org.lotse.api.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lotse decisions verify}: names records that were changed or removed; exit code 1 when there are any. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Verifies the seals of the decision log; works while the service runs.")
final class DecisionsVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".lotse",
            description = "The service's data directory.")
    private Path data = Path.of(".lotse");

    private static final int TOLD_EVERY = 10_000;

    @Mixin
    private Result result = new Result();

    @Override
    public Integer call() {
        MasterKey master = MasterKey.of(System.getenv("LOTSE_MASTER_KEY"), data);
        try (Database database = Database.join(data, command.commandLine().getErr()::println)) {
            database.migrate();
            try (Connection connection = database.connect()) {
                VerifySeals.Report report = new VerifySeals(connection, master, data, (looked, all) -> {
                            if (looked % TOLD_EVERY == 0) {
                                command.commandLine().getErr().println(looked + " / " + all + " seals");
                            }
                        })
                        .verify();
                result.write(out -> {
                    for (VerifySeals.Finding finding : report.findings()) {
                        out.write(finding.kind() + " " + finding.name() + "\n");
                    }
                    out.write(report.records() + " records under " + report.seals() + " seals fit, " + report.expired()
                            + " have expired, " + report.findings().size() + " findings\n");
                });
                return report.isSound() ? ExitCode.OK : ExitCode.NEGATIVE;
            }
        } catch (SQLException e) {
            throw new Failed("The decision log could not be read: " + e.getMessage(), e);
        }
    }
}
