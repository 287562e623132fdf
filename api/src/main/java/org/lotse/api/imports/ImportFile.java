package org.lotse.api.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lotse.api.consent.Consents;
import org.lotse.api.consent.KnownChannels;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.jobs.JobRun;
import org.lotse.api.problem.ProblemBody;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.WordProblems;
import org.lotse.api.subjects.DeliverSubjects;
import org.lotse.api.values.CurrentVocabulary;
import org.lotse.api.values.Lines;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports a file by a mapping: good lines are stored some thousands at a time, damaged ones named. Repeating an import
 * changes nothing.
 */
@Component
public class ImportFile {
    private static final int BATCH = 5_000;

    private final Mappings mappings;
    private final CurrentVocabulary vocabulary;
    private final DeliverSubjects subjects;
    private final RecordEvents events;
    private final Consents consents;
    private final TransactionTemplate transaction;
    private final WordProblems words;
    private final JsonMapper json;
    private final ObjectProvider<KnownChannels> channels;
    private final Clock clock;
    private final ZoneId zone;

    ImportFile(
            Mappings mappings,
            CurrentVocabulary vocabulary,
            DeliverSubjects subjects,
            RecordEvents events,
            Consents consents,
            PlatformTransactionManager transactions,
            WordProblems words,
            JsonMapper json,
            ObjectProvider<KnownChannels> channels,
            Clock clock,
            @Value("${lotse.zone:Europe/Berlin}") ZoneId zone) {
        this.mappings = mappings;
        this.vocabulary = vocabulary;
        this.subjects = subjects;
        this.events = events;
        this.consents = consents;
        this.transaction = new TransactionTemplate(transactions);
        this.words = words;
        this.json = json;
        this.channels = channels;
        this.clock = clock;
        this.zone = zone;
    }

    /** Lines left out on purpose. */
    public record Skipped(String because, long lines) {}

    /**
     * What became of a file.
     *
     * @param accepted lines stored
     * @param skipped lines the mapping leaves out
     * @param rejected what is wrong with damaged lines; the first thousand
     * @param rejectedLines how many lines are damaged
     * @param notes what was guessed about the whole file, as that it is Windows-1252
     */
    public record Outcome(
            long accepted,
            List<Skipped> skipped,
            List<Lines.Rejected> rejected,
            long rejectedLines,
            List<ProblemBody.Place> notes) {}

    /**
     * Reads a mapping by the vocabulary of now.
     *
     * @throws ProblemException when it is unknown or wrong, before anything is read
     */
    void check(String mapping) {
        mapping(mapping, clock.instant());
    }

    private Mapping mapping(String name, Instant now) {
        KnownChannels known = channels.getIfAvailable();
        Mapping mapping =
                Mapping.read(mappings.find(name), vocabulary.get(), known == null ? Set.of() : known.keys(), now, zone);
        if (!mapping.name().equals(name)) {
            throw Node.wrong("/name", "UNKNOWN_WORD", mapping.name(), name);
        }
        return mapping;
    }

    /**
     * Imports a file.
     *
     * @param by who imports, for the consent ledger
     * @param language in which damages are worded
     */
    public Outcome run(Path file, String mappingName, String by, Locale language, JobRun run) throws IOException {
        Instant now = clock.instant();
        Mapping mapping = mapping(mappingName, now);
        ReadRow reader = new ReadRow(mapping, now);
        Lines lines = new Lines(words, language);
        Map<String, Long> skipped = new TreeMap<>();
        List<ReadRow.Content> batch = new ArrayList<>(BATCH);
        List<ProblemBody.Place> notes = new ArrayList<>();
        try (FileLines rows = new FileLines(file, mapping.form(), json)) {
            checkColumns(mapping, rows);
            rows.note().ifPresent(note -> notes.add(words.word(note, language)));
            for (FileLines.Next next = rows.next(); next != null; next = rows.next()) {
                lines.at(next.line());
                if (next.damage() != null) {
                    lines.reject(next.damage());
                } else if (next.row() != null) {
                    content(next.row(), mapping, reader, lines, skipped, batch);
                }
                if (batch.size() == BATCH) {
                    store(batch, lines, by);
                    run.progress(Math.min(0.99, rows.share()), next.line() + " lines");
                }
            }
            store(batch, lines, by);
        }
        Lines.Answer answer = lines.answer();
        return new Outcome(
                answer.accepted(),
                skipped.entrySet().stream()
                        .map(reason -> new Skipped(reason.getKey(), reason.getValue()))
                        .toList(),
                answer.rejected(),
                answer.rejectedLines(),
                notes);
    }

    private static void content(
            Row row,
            Mapping mapping,
            ReadRow reader,
            Lines lines,
            Map<String, Long> skipped,
            List<ReadRow.Content> batch) {
        mapping.times().forEach(time -> time.pass(row));
        try {
            reader.skipped(row)
                    .ifPresentOrElse(
                            because -> skipped.merge(because, 1L, Long::sum), () -> batch.add(reader.read(row)));
        } catch (Damaged damaged) {
            lines.reject(damaged.problem());
        }
    }

    private static void checkColumns(Mapping mapping, FileLines rows) {
        if (mapping.form().ndjson()) {
            return;
        }
        for (String column : mapping.columns()) {
            if (!rows.columns().containsKey(column)) {
                throw ProblemException.invalid(
                        "",
                        "MISSING_COLUMN",
                        column,
                        String.join(", ", new TreeSet<>(rows.columns().keySet())));
            }
        }
    }

    private void store(List<ReadRow.Content> batch, Lines lines, String by) {
        if (batch.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            subjects.deliver(batch.stream().map(ReadRow.Content::delivery).toList(), DeliverSubjects.Mode.MERGE);
            events.record(
                    batch.stream().flatMap(content -> content.events().stream()).toList());
            for (ReadRow.Content content : batch) {
                content.consents()
                        .forEach(consent ->
                                consents.recordOnce(content.delivery().subject(), consent, by));
                content.objections()
                        .forEach(objection ->
                                consents.recordOnce(content.delivery().subject(), objection, by));
            }
        });
        lines.accept(batch.size());
        batch.clear();
    }
}
