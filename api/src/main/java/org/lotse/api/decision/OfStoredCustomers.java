package org.lotse.api.decision;

import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lotse.api.cli.DecideAll;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Result;
import org.lotse.api.cli.WrongUse;
import picocli.CommandLine.Option;

/** The options of {@code lotse decide} that are about the stored customers of a running service. */
final class OfStoredCustomers {
    @Option(names = "--all", description = "Decides for all customers stored in a running service.")
    private boolean all;

    @Option(
            names = "--segment",
            paramLabel = "SEGMENT",
            description =
                    "Only customers of this segment of the rules, or with term=value; the latter may be given several times.")
    private List<String> segments = List.of();

    @Option(names = "--channel", description = "The channel asked for (default: the best one).")
    private Optional<String> channel = Optional.empty();

    @Option(
            names = "--direction",
            defaultValue = "OUTBOUND",
            description = "OUTBOUND reserves a contact for each first action, INBOUND does not (default: OUTBOUND).")
    private String direction = "OUTBOUND";

    @Option(names = "--resume", paramLabel = "BATCH", description = "Goes on with a batch that was stopped or killed.")
    private Optional<String> resume = Optional.empty();

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            description = "Where the service listens (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--token",
            defaultValue = "${env:LOTSE_TOKEN:-}",
            description = "The token to ask with (default: the environment variable LOTSE_TOKEN).")
    private String token = "";

    boolean isAsked() {
        return all || resume.isPresent();
    }

    int decide(String decision, Result result, PrintWriter err) {
        if (token.isBlank()) {
            throw new WrongUse("The service wants to know who asks. Maybe add --token, or set LOTSE_TOKEN.");
        }
        DecideAll service = new DecideAll(url, token, err);
        String batch = resume.map(service::resume)
                .orElseGet(
                        () -> service.start(decision, DecideAll.question(channel.orElse(null), direction, segments)));
        err.println("Batch " + batch.substring(batch.lastIndexOf('/') + 1));
        long refused = service.await(batch);
        result.write(out -> service.results(batch, out));
        return refused == 0 ? ExitCode.OK : ExitCode.NEGATIVE;
    }
}
