package org.lotse.api.security;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Failed;
import org.lotse.api.cli.Result;
import org.lotse.api.cli.WrongUse;
import org.lotse.api.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lotse token create}: makes a token and prints it once; only its hash is kept. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Makes a token and prints it. It cannot be shown again: only its hash is kept.")
final class TokenCreateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--name", required = true, description = "Whom it is for; appears in the audit.")
    private String name = "";

    @Option(names = "--role", description = "One of ${COMPLETION-CANDIDATES}: its scopes, and its pages.")
    private Optional<Role> role = Optional.empty();

    @Option(names = "--scopes", split = ",", paramLabel = "SCOPE", description = "Scopes, separated by commas.")
    private List<String> scopes = List.of();

    @Option(names = "--days", description = "Valid for so many days (default: until revoked).")
    private Optional<Integer> days = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".lotse",
            description = "The service's data directory.")
    private Path data = Path.of(".lotse");

    @Mixin
    private Result result = new Result();

    @Override
    public Integer call() {
        Set<Scope> rights = rights();
        String token = TokenHash.newToken(new SecureRandom());
        try (Database database = Database.join(data, command.commandLine().getErr()::println)) {
            database.migrate();
            try (Connection connection = database.connect()) {
                store(connection, token, rights, Instant.now());
            }
        } catch (SQLException e) {
            throw new Failed("The token could not be stored: " + e.getMessage(), e);
        }
        result.write(out -> out.write(token + "\n"));
        return ExitCode.OK;
    }

    private Set<Scope> rights() {
        Set<Scope> rights = new TreeSet<>();
        role.ifPresent(known -> rights.addAll(known.scopes()));
        for (String scope : scopes) {
            rights.add(Scope.of(scope.strip())
                    .orElseThrow(
                            () -> new WrongUse("There is no scope \"" + scope + "\". There are: " + every() + ".")));
        }
        if (rights.isEmpty()) {
            throw new WrongUse("A token needs --role or --scopes. Scopes: " + every() + ".");
        }
        return rights;
    }

    private void store(Connection connection, String token, Set<Scope> rights, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into token (hash, name, role, scopes, created_at, expires_at) values (?, ?, ?, ?, ?, ?)")) {
            insert.setBytes(1, TokenHash.of(token));
            insert.setString(2, name);
            insert.setString(3, role.map(Role::name).orElse(null));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text", rights.stream().map(Scope::key).toArray()));
            insert.setTimestamp(5, Timestamp.from(now));
            insert.setTimestamp(
                    6,
                    days.map(count -> Timestamp.from(now.plus(Duration.ofDays(count))))
                            .orElse(null));
            insert.executeUpdate();
        }
    }

    private static String every() {
        return Arrays.stream(Scope.values()).map(Scope::key).collect(Collectors.joining(", "));
    }
}
