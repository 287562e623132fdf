package org.lotse.rules.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that hit without walking them: one column per term compared with fixed values, which says by halving or
 * hashing which rows its value suits; what all columns leave over hits. Comparisons no column can hold (alternatives,
 * words, other terms, calculations, days of validity) are asked of the rows left over. Immutable.
 */
final class RowIndex {
    private final Column[] columns;
    /** Per row what no column holds; null for most. */
    private final @Nullable List<Asked>[] remaining;

    private final Entry[] entries;
    private final Bits all;
    private final Bits unfinished;

    @SuppressWarnings({"unchecked", "rawtypes"}) // An array of lists.
    RowIndex(Entry[] entries) {
        this.entries = entries;
        this.all = Bits.all(entries.length);
        this.remaining = new List[entries.length];
        Map<Integer, List<Column.Cell>> cells = new TreeMap<>();
        for (Entry entry : entries) {
            List<Asked> rest = new ArrayList<>();
            for (Asked part : parts(entry.asked())) {
                if (part instanceof Asked.Test test && Column.canHold(test)) {
                    cells.computeIfAbsent(test.slot(), slot -> new ArrayList<>())
                            .add(new Column.Cell(entry.place(), test));
                } else {
                    rest.add(part);
                }
            }
            boolean isLimited = entry.rule().validFrom().isPresent()
                    || entry.rule().validUntil().isPresent();
            remaining[entry.place()] = rest.isEmpty() && !isLimited ? null : List.copyOf(rest);
        }
        this.unfinished = Bits.where(entries.length, place -> remaining[place] != null);
        List<Column> built = new ArrayList<>();
        cells.forEach((slot, ofSlot) -> built.addAll(Column.of(slot, ofSlot, entries.length)));
        this.columns = built.toArray(Column[]::new);
    }

    /** Notes the rows that hit. */
    void ask(RowFact fact) {
        Bits hits = fact.hits();
        hits.become(all);
        for (Column column : columns) {
            column.narrow(fact.value(column.slot()), hits);
        }
        for (int place = hits.nextInBoth(unfinished, 0); place >= 0; place = hits.nextInBoth(unfinished, place + 1)) {
            if (!holds(place, fact)) {
                hits.clear(place);
            }
        }
    }

    private boolean holds(int place, RowFact fact) {
        List<Asked> rest = remaining[place];
        if (!entries[place].isValidOn(fact.today())) {
            return false;
        }
        for (int part = 0; rest != null && part < rest.size(); part++) {
            if (!rest.get(part).holds(fact)) {
                return false;
            }
        }
        return true;
    }

    private static List<Asked> parts(Asked asked) {
        if (!(asked instanceof Asked.All(List<Asked> parts))) {
            return List.of(asked);
        }
        List<Asked> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(parts(part)));
        return flat;
    }
}
