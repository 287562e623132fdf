package org.lotse.api.rule;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lotse.rules.finding.Finding;

/**
 * What was found in the bundles looked at last, for the day: pages show the same ones again and again. The customers a
 * finding concerns may be some hours old. Thread-safe.
 */
final class CheckedBundles {
    private static final int MOST = 20;

    private final Map<Key, List<Finding>> checked = new LinkedHashMap<>(16, 0.75f, true);

    private record Key(String version, LocalDate day) {}

    List<Finding> of(String version, LocalDate day, Supplier<List<Finding>> check) {
        Key key = new Key(version, day);
        synchronized (checked) {
            List<Finding> known = checked.get(key);
            if (known != null) {
                return known;
            }
        }
        List<Finding> found = List.copyOf(check.get());
        synchronized (checked) {
            checked.put(key, found);
            if (checked.size() > MOST) {
                checked.remove(checked.keySet().iterator().next());
            }
        }
        return found;
    }
}
