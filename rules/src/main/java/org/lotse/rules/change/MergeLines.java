package org.lotse.rules.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Merges text line by line: stretches both left alone separate what one or both of them changed. */
final class MergeLines {
    private final String path;
    private final MergeBundles.Resolutions resolutions;

    MergeLines(String path, MergeBundles.Resolutions resolutions) {
        this.path = path;
        this.resolutions = resolutions;
    }

    byte[] merge(byte[] base, byte[] mine, byte[] theirs) {
        List<String> before = CompareBundles.lines(base);
        List<String> my = CompareBundles.lines(mine);
        List<String> their = CompareBundles.lines(theirs);
        int[] inMine = places(before, my);
        int[] inTheirs = places(before, their);
        List<String> merged = new ArrayList<>();
        int b = 0;
        int m = 0;
        int t = 0;
        for (int at = 0; at <= before.size(); at++) {
            boolean isEnd = at == before.size();
            int mineAt = isEnd ? my.size() : inMine[at];
            int theirsAt = isEnd ? their.size() : inTheirs[at];
            if (mineAt >= 0 && theirsAt >= 0) {
                stretch(before.subList(b, at), my.subList(m, mineAt), their.subList(t, theirsAt), t, merged);
                if (!isEnd) {
                    merged.add(before.get(at));
                }
                b = at + 1;
                m = mineAt + 1;
                t = theirsAt + 1;
            }
        }
        return (String.join("\n", merged) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Per line before where it is after; -1 where it is not. */
    private static int[] places(List<String> before, List<String> after) {
        int[] places = new int[before.size()];
        java.util.Arrays.fill(places, -1);
        for (Align.Pair pair : Align.of(before, after, (one, other) -> false)) {
            if (pair.same()) {
                places[pair.before()] = pair.after();
            }
        }
        return places;
    }

    private void stretch(List<String> base, List<String> mine, List<String> theirs, int line, List<String> merged) {
        if (mine.equals(base)) {
            merged.addAll(theirs);
        } else if (theirs.equals(base) || mine.equals(theirs)) {
            merged.addAll(mine);
        } else {
            Conflict conflict = new Conflict(
                    path,
                    "",
                    Integer.toString(line + 1),
                    "",
                    "",
                    String.join("\n", base),
                    String.join("\n", mine),
                    String.join("\n", theirs));
            merged.addAll(resolutions.take(conflict) == Conflict.Take.MINE ? mine : theirs);
        }
    }
}
