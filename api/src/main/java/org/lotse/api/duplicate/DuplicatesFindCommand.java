package org.lotse.api.duplicate;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lotse.api.cli.ExitCode;
import org.lotse.api.cli.Result;
import org.lotse.models.duplicate.CustomerRecord;
import org.lotse.models.duplicate.FindDuplicates;
import org.lotse.models.duplicate.Found;
import org.lotse.models.duplicate.Suspect;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lotse duplicates find}: the pairs of records in a file that may be one customer. */
@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        description = {
            "Finds pairs of records that are, or may be, one customer.",
            "The result has the columns id1, id2, probability, duplicate (yes or no) and reasons."
        })
final class DuplicatesFindCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private CustomerFile file = new CustomerFile();

    @Mixin
    private Result result = new Result();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "What was learned from decisions; otherwise the records alone say what is usual.")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--only-duplicates", description = "Leave out pairs that are merely suspected.")
    private boolean onlyDuplicates;

    @Override
    public Integer call() {
        return DuplicateFiles.tell(() -> {
            List<CustomerRecord> records = file.records();
            FindDuplicates find = new FindDuplicates(
                    DuplicateFiles.progress(command.commandLine().getErr()));
            Found found = model.map(DuplicateFiles::linkage)
                    .map(linkage -> find.find(records, linkage))
                    .orElseGet(() -> find.find(records, List.of()));
            result.write(writer -> {
                writer.write("id1,id2,probability,duplicate,reasons\n");
                for (Suspect suspect : found.suspects()) {
                    if (suspect.together() || !onlyDuplicates) {
                        writer.write(String.format(
                                Locale.ROOT,
                                "%s,%s,%.4f,%s,%s%n",
                                DuplicateFiles.cell(records.get(suspect.one()).id()),
                                DuplicateFiles.cell(records.get(suspect.other()).id()),
                                suspect.probability(),
                                suspect.together() ? "yes" : "no",
                                DuplicateFiles.reasons(suspect.pattern())));
                    }
                }
            });
            command.commandLine()
                    .getErr()
                    .printf(
                            "%s records, %s pairs compared, %s suspected; %s customers are stored more than once%n",
                            found.records(),
                            found.pairs(),
                            found.suspects().size(),
                            found.groups().size());
            return ExitCode.OK;
        });
    }
}
