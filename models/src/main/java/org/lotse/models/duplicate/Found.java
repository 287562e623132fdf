package org.lotse.models.duplicate;

import java.util.List;

/**
 * What a search for duplicates found.
 *
 * @param linkage by which pairs were judged
 * @param suspects pairs that may be one customer, the most probable first
 * @param groups the places of records that are one customer together
 * @param records how many were looked at
 * @param pairs how many were compared
 * @param skipped how many groups of records shared something so common that they were not compared for it
 */
public record Found(
        Linkage linkage, List<Suspect> suspects, List<List<Integer>> groups, int records, int pairs, int skipped) {
    public Found {
        suspects = List.copyOf(suspects);
        groups = List.copyOf(groups);
    }
}
