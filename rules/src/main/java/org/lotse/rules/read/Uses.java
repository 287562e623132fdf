package org.lotse.rules.read;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lotse.engine.term.Language;
import org.lotse.rules.finding.FindingCode;

/** Reads which capacities something uses: {@code rep-hour:1.5 | voucher-budget:20}. */
final class Uses {
    private Uses() {}

    static Map<String, Double> read(Listing.Entry entry, String heading) {
        Map<String, Double> uses = new LinkedHashMap<>();
        for (String part : entry.list(heading)) {
            int colon = part.indexOf(':');
            entry.reading(heading, () -> {
                        if (colon < 1) {
                            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "uses", part);
                        }
                        return new ValueReader(Language.EN)
                                .number(part.substring(colon + 1).strip());
                    })
                    .ifPresent(amount -> uses.put(part.substring(0, colon).strip(), amount));
        }
        return uses;
    }
}
