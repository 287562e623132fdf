package org.lotse.models.quality;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.ReadCsv;
import org.lotse.models.signal.Table;

/**
 * One table in two parts.
 *
 * @param learned the part that is learned from
 * @param measured the part that nobody has seen
 * @param how they came about
 */
record Parts(Table learned, Table measured, String how) {
    private static final int SHARE = 70;

    /**
     * The parts of a data set: {@code test.csv.gz} is measured on where it lies beside {@code train.csv.gz}, else three tenths of the
     * rows, drawn by a hash of who they belong to, several times.
     *
     * @param key the column of who a row belongs to; all rows of one are in one part
     * @param times how often
     */
    static List<Parts> of(Path set, String key, int times) {
        Table all = new ReadCsv().read(set.resolve("train.csv.gz"));
        Path apart = set.resolve("test.csv.gz");
        if (Files.exists(apart)) {
            return List.of(new Parts(all, new ReadCsv().read(apart), "kept aside"));
        }
        List<Parts> parts = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            parts.add(drawn(all, key, time));
        }
        return parts;
    }

    private static Parts drawn(Table all, String key, int time) {
        Column who = all.require(key, "Parts of a table");
        boolean[] learned = new boolean[all.rows()];
        for (int row = 0; row < learned.length; row++) {
            learned[row] = isLearned(who.text(row) + "|" + time);
        }
        return new Parts(
                pick(all, row -> learned[row]), pick(all, row -> !learned[row]), "drawn by " + key + ", " + (time + 1));
    }

    private static boolean isLearned(String text) {
        long hash = 1_125_899_906_842_597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        hash ^= hash >>> 31;
        hash *= 0x9E3779B97F4A7C15L;
        return Long.remainderUnsigned(hash ^ hash >>> 29, 100) < SHARE;
    }

    static Table pick(Table table, IntPredicate rows) {
        return table.pick(IntStream.range(0, table.rows()).filter(rows).toArray());
    }

    /** The rows whose column says something. */
    static Table where(Table table, String column, String pattern) {
        Column cells = table.require(column, "Parts of a table");
        return pick(table, row -> {
            String text = cells.text(row);
            return text != null && text.matches(pattern);
        });
    }

    /** Both parts, with the rows whose column says something. */
    Parts where(String column, String pattern) {
        return new Parts(where(learned, column, pattern), where(measured, column, pattern), how);
    }
}
