package org.lotse.api.planning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Result;
import org.lotse.engine.planning.sending.ReadingHours;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lotse plan send-times OPENINGS.csv}: the hour at which each person reads. */
@Command(
        name = "send-times",
        mixinStandardHelpOptions = true,
        description = {
            "Says at which hour to send to each person.",
            "OPENINGS is a table customerId,group,time with local times such as 2026-11-02T19:05; a person without a",
            "time is new and reads like the group."
        })
final class PlanSendTimesCommand implements Callable<Integer> {
    @Mixin
    private Result result = new Result();

    @Parameters(paramLabel = "OPENINGS", description = "Who opened something when.")
    private Path file = Path.of("");

    @Option(names = "--day", paramLabel = "DAY", description = "Day on which it is sent; weekdays and weekends differ.")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--from", defaultValue = "7", description = "First hour; default: ${DEFAULT-VALUE}.")
    private int from;

    @Option(names = "--to", defaultValue = "22", description = "Hour after the last; default: ${DEFAULT-VALUE}.")
    private int to;

    @Override
    public Integer call() {
        Map<String, String> groups = new TreeMap<>();
        ReadingHours hours = new ReadingHours(read(groups));
        result.write(out -> {
            out.write("customerId,hour,share,basis\n");
            for (Map.Entry<String, String> person : groups.entrySet()) {
                int best = from;
                for (int hour = from; hour < to; hour++) {
                    best = share(hours, person, hour) > share(hours, person, best) ? hour : best;
                }
                out.write("%s,%d,%.4f,%s%n"
                        .formatted(person.getKey(), best, share(hours, person, best), hours.basis(person.getKey()))
                        .replace(System.lineSeparator(), "\n"));
            }
        });
        return ExitCode.OK;
    }

    private double share(ReadingHours hours, Map.Entry<String, String> person, int hour) {
        return hours.share(person.getKey(), person.getValue(), day.atTime(hour, 0));
    }

    private List<ReadingHours.Opened> read(Map<String, String> groups) {
        try {
            List<ReadingHours.Opened> openings = new ArrayList<>();
            List<String> lines = Files.readAllLines(file);
            for (int i = 1; i < lines.size(); i++) {
                String[] cells = lines.get(i).split(",", -1);
                if (lines.get(i).isBlank()) {
                    continue;
                }
                if (cells.length != 3 || cells[0].isBlank()) {
                    throw new IllegalArgumentException(
                            file + ":" + (i + 1) + " is not customerId,group,time: " + lines.get(i));
                }
                groups.put(cells[0].strip(), cells[1].strip());
                if (!cells[2].isBlank()) {
                    openings.add(new ReadingHours.Opened(
                            cells[0].strip(), cells[1].strip(), LocalDateTime.parse(cells[2].strip())));
                }
            }
            return openings;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "A time of " + file + " is none: " + e.getMessage() + ". Maybe write 2026-11-02T19:05.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
