package org.lotse.rules.change;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.rules.finding.Place;

/** Merges tables in text files, row by row and cell by cell; rows nobody touched stay as they are written. */
final class MergeTables {
    private final String path;
    private final MergeBundles.Resolutions resolutions;

    /** @param path of the file the tables are in */
    MergeTables(String path, MergeBundles.Resolutions resolutions) {
        this.path = path;
        this.resolutions = resolutions;
    }

    /** The merged file; empty when one of them cannot be read, or both changed which columns there are. */
    Optional<byte[]> merge(byte[] base, byte[] mine, byte[] theirs) {
        List<Table> tables = new ArrayList<>();
        for (byte[] content : List.of(base, mine, theirs)) {
            List<Table> one = Table.of(path, content);
            if (one.size() != 1) {
                return Optional.empty();
            }
            tables.add(one.getFirst());
        }
        return Columns.together(tables.get(0), tables.get(1), tables.get(2))
                .map(same -> rows(same.get(0), same.get(1), same.get(2)))
                .map(rows -> written(rows.stream().map(MergedRow::cells).toList(), separator(theirs)));
    }

    /**
     * A row of both changes together.
     *
     * @param from which row in force it was, from 0; -1 for a row that only the draft has
     */
    record MergedRow(int from, List<String> cells) {}

    /** All rows together, in their order; the tables have the same columns. */
    List<MergedRow> rows(Table base, Table mine, Table theirs) {
        Map<Integer, Align.Pair> my = byBefore(base, mine);
        Map<Integer, Align.Pair> their = byBefore(base, theirs);
        Map<Integer, List<MergedRow>> myAdded = added(base, mine);
        Map<Integer, List<MergedRow>> theirAdded = added(base, theirs);
        List<MergedRow> merged = new ArrayList<>();
        added(-1, myAdded, theirAdded, merged);
        for (int row = 0; row < base.rows().size(); row++) {
            row(base, mine, theirs, row, my.get(row), their.get(row), merged);
            added(row, myAdded, theirAdded, merged);
        }
        return merged;
    }

    private static Map<Integer, Align.Pair> byBefore(Table base, Table after) {
        Map<Integer, Align.Pair> pairs = new HashMap<>();
        Align.of(base.rows(), after.rows(), Table::alike).stream()
                .filter(pair -> !pair.isAdded())
                .forEach(pair -> pairs.put(pair.before(), pair));
        return pairs;
    }

    /** New rows by the row of the base they follow; -1 for those at the top. */
    private static Map<Integer, List<MergedRow>> added(Table base, Table after) {
        Map<Integer, List<MergedRow>> added = new HashMap<>();
        int last = -1;
        for (Align.Pair pair : Align.of(base.rows(), after.rows(), Table::alike)) {
            if (pair.isAdded()) {
                added.computeIfAbsent(last, ignored -> new ArrayList<>())
                        .add(new MergedRow(pair.after(), after.rows().get(pair.after())));
            } else {
                last = pair.before();
            }
        }
        return added;
    }

    private static void added(
            int after, Map<Integer, List<MergedRow>> my, Map<Integer, List<MergedRow>> their, List<MergedRow> merged) {
        List<MergedRow> theirs = their.getOrDefault(after, List.of());
        merged.addAll(theirs);
        Set<List<String>> known = theirs.stream().map(MergedRow::cells).collect(Collectors.toSet());
        my.getOrDefault(after, List.of()).stream()
                .filter(row -> !known.contains(row.cells()))
                .forEach(row -> merged.add(new MergedRow(-1, row.cells())));
    }

    private void row(
            Table base,
            Table mine,
            Table theirs,
            int row,
            Align.@org.jspecify.annotations.Nullable Pair my,
            Align.@org.jspecify.annotations.Nullable Pair their,
            List<MergedRow> merged) {
        boolean iRemoved = my == null || my.isRemoved();
        boolean theyRemoved = their == null || their.isRemoved();
        List<String> was = base.rows().get(row);
        if (my == null || their == null || iRemoved || theyRemoved) {
            boolean changed = !iRemoved && my != null && !my.same() || !theyRemoved && their != null && !their.same();
            if (changed) {
                List<String> mineNow =
                        iRemoved || my == null ? List.of() : mine.rows().get(my.after());
                List<String> theirsNow =
                        theyRemoved || their == null ? List.of() : theirs.rows().get(their.after());
                Conflict conflict = new Conflict(
                        path,
                        base.sheet(),
                        "A" + (row + 1),
                        base.name(row),
                        "",
                        text(was),
                        text(mineNow),
                        text(theirsNow));
                List<String> taken = resolutions.take(conflict) == Conflict.Take.MINE ? mineNow : theirsNow;
                if (!taken.isEmpty()) {
                    merged.add(new MergedRow(their == null ? -1 : their.after(), taken));
                }
            } else if (!iRemoved && !theyRemoved) {
                merged.add(new MergedRow(-1, was));
            }
        } else if (my.same()) {
            merged.add(new MergedRow(their.after(), theirs.rows().get(their.after())));
        } else if (their.same()) {
            merged.add(new MergedRow(their.after(), mine.rows().get(my.after())));
        } else {
            merged.add(new MergedRow(their.after(), cells(base, mine, theirs, row, my.after(), their.after())));
        }
    }

    private List<String> cells(Table base, Table mine, Table theirs, int row, int my, int their) {
        int width = Math.max(
                base.rows().get(row).size(),
                Math.max(mine.rows().get(my).size(), theirs.rows().get(their).size()));
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            String was = base.cell(row, column);
            String mineNow = mine.cell(my, column);
            String theirsNow = theirs.cell(their, column);
            if (mineNow.equals(was)) {
                cells.add(theirsNow);
            } else if (theirsNow.equals(was) || theirsNow.equals(mineNow)) {
                cells.add(mineNow);
            } else {
                cells.add(resolutions.text(new Conflict(
                        path,
                        theirs.sheet(),
                        Place.columnName(column + 1) + (their + 1),
                        theirs.name(their),
                        theirs.heading(column),
                        was,
                        mineNow,
                        theirsNow)));
            }
        }
        return cells;
    }

    private static String text(List<String> row) {
        return row.isEmpty() ? "-" : String.join(" | ", row);
    }

    private static char separator(byte[] content) {
        String first =
                new String(content, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        long commas = first.chars().filter(letter -> letter == ',').count();
        long semicolons = first.chars().filter(letter -> letter == ';').count();
        long tabs = first.chars().filter(letter -> letter == '\t').count();
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static byte[] written(List<List<String>> rows, char separator) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().fieldSeparator(separator).build(text)) {
            for (int row = 0; row < rows.size(); row++) {
                List<String> cells = new ArrayList<>(rows.get(row));
                while (row > 0 && cells.size() < width) {
                    cells.add("");
                }
                writer.writeRecord(cells);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }
}
