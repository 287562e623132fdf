package org.lotse.rules.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lotse.rules.read.RuleBundle;

/**
 * Brings together two changes of one version: a draft's and those that came into force meanwhile. What only one of them
 * changed is taken, cell by cell; what both changed differently is a conflict until somebody says what to take.
 */
public final class MergeBundles {
    private final RuleBundle base;
    private final RuleBundle mine;
    private final RuleBundle theirs;
    private final Resolutions resolutions;

    /**
     * @param base what both started from
     * @param mine the draft
     * @param theirs what is in force now
     * @param taken per conflict's id what to take
     */
    public MergeBundles(RuleBundle base, RuleBundle mine, RuleBundle theirs, Map<String, Conflict.Take> taken) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        this.resolutions = new Resolutions(taken);
    }

    /**
     * What came of it.
     *
     * @param bundle the files together; where a conflict is open, as they are in force
     * @param open the conflicts nobody has resolved
     */
    public record Merged(RuleBundle bundle, List<Conflict> open) {
        public Merged {
            open = List.copyOf(open);
        }
    }

    /** Both changes together. */
    public Merged merge() {
        SortedSet<String> paths = new TreeSet<>(base.files().keySet());
        paths.addAll(mine.files().keySet());
        paths.addAll(theirs.files().keySet());
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String path : paths) {
            byte[] merged = file(
                    path,
                    base.files().get(path),
                    mine.files().get(path),
                    theirs.files().get(path));
            if (merged != null) {
                files.put(path, merged);
            }
        }
        return new Merged(RuleBundle.ofFiles(files), resolutions.open());
    }

    private byte @Nullable [] file(
            String path, byte @Nullable [] before, byte @Nullable [] my, byte @Nullable [] their) {
        if (Arrays.equals(before, my)) {
            return their;
        }
        if (Arrays.equals(before, their) || Arrays.equals(my, their)) {
            return my;
        }
        if (before == null || my == null || their == null) {
            return whole(path, before, my, their);
        }
        if (path.endsWith(".csv")) {
            return new MergeTables(path, resolutions)
                    .merge(before, my, their)
                    .orElseGet(() -> java.util.Objects.requireNonNull(whole(path, before, my, their)));
        }
        if (path.endsWith(".xlsx")) {
            return new MergeWorkbooks(path, resolutions)
                    .merge(before, my, their)
                    .orElseGet(() -> java.util.Objects.requireNonNull(whole(path, before, my, their)));
        }
        return new MergeLines(path, resolutions).merge(before, my, their);
    }

    /** The file as one thing: added twice, removed here and changed there, or not comparable. */
    private byte @Nullable [] whole(
            String path, byte @Nullable [] before, byte @Nullable [] my, byte @Nullable [] their) {
        Conflict conflict = new Conflict(path, "", "", "", "", said(before), said(my), said(their));
        return resolutions.take(conflict) == Conflict.Take.MINE ? my : their;
    }

    private static String said(byte @Nullable [] content) {
        return content == null ? "-" : content.length + " bytes, " + Integer.toHexString(Arrays.hashCode(content));
    }

    /** What to take where; collects what nobody has said. For use by one thread. */
    static final class Resolutions {
        private final Map<String, Conflict.Take> taken;
        private final List<Conflict> open = new ArrayList<>();

        Resolutions(Map<String, Conflict.Take> taken) {
            this.taken = Map.copyOf(taken);
        }

        /** What to take; what is in force as long as nobody has said. */
        Conflict.Take take(Conflict conflict) {
            Conflict.Take take = taken.get(conflict.id());
            if (take == null) {
                open.add(conflict);
                return Conflict.Take.THEIRS;
            }
            return take;
        }

        /** One of two texts. */
        String text(Conflict conflict) {
            return take(conflict) == Conflict.Take.MINE ? conflict.mine() : conflict.theirs();
        }

        List<Conflict> open() {
            return open;
        }
    }
}
