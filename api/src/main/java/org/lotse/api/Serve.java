package org.lotse.api;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Failed;
import org.lotse.api.database.Database;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lotse serve}: the service, with its own PostgreSQL unless another is given. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the service: API, pages and jobs.",
            "Without SPRING_DATASOURCE_URL it keeps its own PostgreSQL in the data directory and loads the demo company."
        })
final class Serve implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--port", defaultValue = "8080", description = "HTTP port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".lotse",
            description = "Where everything is kept between starts (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(".lotse");

    @Option(names = "--rules", paramLabel = "DIR", description = "Rule files to start with (default: those shipped).")
    private Optional<Path> rules = Optional.empty();

    @Option(
            names = "--no-demo",
            description = "Do not load the demo company; tokens are then made by 'lotse token create'.")
    private boolean withoutDemo;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = command.commandLine().getErr();
        Database database = Database.open(data, err::println);
        try {
            ConfigurableApplicationContext service = start(database);
            stopTogether(service, database);
            new CountDownLatch(1).await();
            return ExitCode.OK;
        } catch (RuntimeException e) {
            database.close();
            throw cause(e, PortInUseException.class)
                    .<RuntimeException>map(this::portInUse)
                    .or(() -> cause(e, Failed.class))
                    .orElse(e);
        }
    }

    private ConfigurableApplicationContext start(Database database) {
        SpringApplication application = new SpringApplication(LotseService.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        return application.run(properties(database).entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
    }

    private Map<String, Object> properties(Database database) {
        boolean demo = database.isOwn() && !withoutDemo;
        Map<String, Object> properties = new LinkedHashMap<>();
        if (database.isOwn()) {
            properties.put("spring.datasource.url", database.url());
        }
        properties.put("server.port", port);
        properties.put("lotse.data", data.toAbsolutePath().toString());
        properties.put("lotse.demo", demo);
        rules.ifPresent(directory ->
                properties.put("lotse.rules", directory.toAbsolutePath().toString()));
        if (demo) {
            properties.put("server.address", "127.0.0.1");
        }
        return properties;
    }

    /** The database goes last: whatever the service still writes while closing must find it. */
    private static void stopTogether(ConfigurableApplicationContext service, Database database) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            service.close();
            database.close();
        }));
    }

    private Failed portInUse(RuntimeException cause) {
        return new Failed("Port " + port + " is already in use. Maybe give another with --port.", cause);
    }

    /** Why a start failed, if it was for a reason of this type. */
    private static <T extends Throwable> Optional<T> cause(Throwable problem, Class<T> type) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
