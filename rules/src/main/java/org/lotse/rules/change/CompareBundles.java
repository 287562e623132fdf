package org.lotse.rules.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lotse.rules.finding.Place;
import org.lotse.rules.read.RuleBundle;

/** What differs between two versions, in the order of the paths. */
public final class CompareBundles {
    private CompareBundles() {}

    /** Every difference, cell by cell or line by line. */
    public static List<Change> compare(RuleBundle before, RuleBundle after) {
        SortedSet<String> paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        List<Change> changes = new ArrayList<>();
        for (String path : paths) {
            compare(path, before.files().get(path), after.files().get(path), changes);
        }
        return changes;
    }

    private static void compare(String path, byte @Nullable [] before, byte @Nullable [] after, List<Change> changes) {
        if (before == null) {
            changes.add(new Change.FileAdded(path));
        } else if (after == null) {
            changes.add(new Change.FileRemoved(path));
        } else if (!Arrays.equals(before, after)) {
            int known = changes.size();
            if (isTable(path)) {
                tables(path, before, after, changes);
            } else {
                lines(path, before, after, changes);
            }
            if (changes.size() == known) {
                changes.add(new Change.FileReplaced(path));
            }
        }
    }

    static boolean isTable(String path) {
        return path.endsWith(".csv") || path.endsWith(".xlsx");
    }

    private static void tables(String path, byte[] before, byte[] after, List<Change> changes) {
        List<Table> old = Table.of(path, before);
        List<Table> young = Table.of(path, after);
        boolean sameSheets = old.stream()
                .map(Table::sheet)
                .toList()
                .equals(young.stream().map(Table::sheet).toList());
        if (!old.isEmpty() && sameSheets) {
            for (int sheet = 0; sheet < old.size(); sheet++) {
                table(path, old.get(sheet), young.get(sheet), changes);
            }
        }
    }

    private static void table(String path, Table before, Table after, List<Change> changes) {
        for (Align.Pair pair : Align.of(before.rows(), after.rows(), Table::alike)) {
            if (pair.isAdded()) {
                changes.add(new Change.RowAdded(
                        path, after.sheet(), pair.after() + 1, after.name(pair.after()), text(after, pair.after())));
            } else if (pair.isRemoved()) {
                changes.add(new Change.RowRemoved(
                        path,
                        before.sheet(),
                        pair.before() + 1,
                        before.name(pair.before()),
                        text(before, pair.before())));
            } else if (!pair.same()) {
                row(path, before, after, pair, changes);
            }
        }
    }

    private static void row(String path, Table before, Table after, Align.Pair pair, List<Change> changes) {
        int width = Math.max(
                before.rows().get(pair.before()).size(),
                after.rows().get(pair.after()).size());
        for (int column = 0; column < width; column++) {
            String was = before.cell(pair.before(), column);
            String is = after.cell(pair.after(), column);
            if (!was.equals(is)) {
                changes.add(new Change.CellChanged(
                        path,
                        after.sheet(),
                        Place.columnName(column + 1) + (pair.after() + 1),
                        after.name(pair.after()),
                        after.heading(column),
                        was,
                        is));
            }
        }
    }

    private static String text(Table table, int row) {
        return String.join(" | ", table.rows().get(row));
    }

    private static void lines(String path, byte[] before, byte[] after, List<Change> changes) {
        List<String> old = lines(before);
        List<String> young = lines(after);
        for (Align.Pair pair : Align.of(old, young, CompareBundles::alike)) {
            if (!pair.same()) {
                changes.add(new Change.LineChanged(
                        path,
                        (pair.isRemoved() ? pair.before() : pair.after()) + 1,
                        pair.isAdded() ? Optional.empty() : Optional.of(old.get(pair.before())),
                        pair.isRemoved() ? Optional.empty() : Optional.of(young.get(pair.after()))));
            }
        }
    }

    static List<String> lines(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).lines().toList();
    }

    /** Most of the words are the same. */
    private static boolean alike(String one, String other) {
        return Table.alike(
                List.of(one.strip().split("\\s+")), List.of(other.strip().split("\\s+")));
    }
}
