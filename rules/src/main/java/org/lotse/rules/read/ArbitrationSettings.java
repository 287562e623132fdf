package org.lotse.rules.read;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.arbitration.ControlGroup;
import org.lotse.engine.arbitration.Exploration;
import org.lotse.rules.finding.FindingCode;

/**
 * Reads what {@code settings.yaml} says about trying and holding out:
 *
 * <pre>
 * exploration: {default: 0.02, retention: {share: 0.02, method: thompson, evidence: 100}}
 * control-group: {share: 0.02, salt: "2026", except: [retention]}
 * control-share: 0.02
 * </pre>
 */
final class ArbitrationSettings {
    private static final String USUAL_SALT = "always";

    private final YamlPart root;

    ArbitrationSettings(YamlPart root) {
        this.root = root;
    }

    Map<String, Exploration> exploration() {
        Map<String, Exploration> budgets = new HashMap<>();
        root.part("exploration")
                .ifPresent(section -> section.entries()
                        .forEach((group, part) -> budget(part).ifPresent(budget -> budgets.put(group, budget))));
        return budgets;
    }

    private static Optional<Exploration> budget(YamlPart part) {
        if (part.isText()) {
            return part.reading(() -> Exploration.epsilon(SettingsReader.number(part.text(), 0, 1)));
        }
        part.onlyKeys(Set.of("share", "method", "evidence"));
        Optional<YamlPart> share = part.part("share");
        if (share.isEmpty()) {
            part.error(FindingCode.NOT_UNDERSTOOD, "missing-key", "share");
            return Optional.empty();
        }
        Optional<Double> read = share.flatMap(one -> one.reading(() -> SettingsReader.number(one.text(), 0, 1)));
        Optional<Exploration.Method> method = part.part("method")
                .map(one -> one.reading(() -> method(one.text())))
                .orElse(Optional.of(Exploration.Method.EPSILON));
        Optional<Double> evidence = part.part("evidence")
                .map(one -> one.reading(() -> SettingsReader.number(one.text(), 1, 1_000_000)))
                .orElse(Optional.of(Exploration.USUAL_EVIDENCE));
        return read.isEmpty() || method.isEmpty() || evidence.isEmpty()
                ? Optional.empty()
                : Optional.of(new Exploration(read.get(), method.get(), evidence.get()));
    }

    private static Exploration.Method method(String text) throws NotReadable {
        return switch (text) {
            case "epsilon" -> Exploration.Method.EPSILON;
            case "thompson" -> Exploration.Method.THOMPSON;
            default -> throw new NotReadable(FindingCode.UNKNOWN_VALUE, "method", text, "epsilon, thompson");
        };
    }

    ControlGroup control() {
        Optional<YamlPart> group = root.part("control-group");
        if (group.isEmpty()) {
            return new ControlGroup(share(root, "control-share"), USUAL_SALT, Set.of());
        }
        group.get().onlyKeys(Set.of("share", "salt", "except"));
        Set<String> except = new LinkedHashSet<>();
        group.get().part("except").ifPresent(list -> list.items().forEach(item -> except.add(item.text())));
        return new ControlGroup(
                share(group.get(), "share"), group.get().text("salt").orElse(USUAL_SALT), except);
    }

    private static double share(YamlPart part, String key) {
        return part.part(key)
                .flatMap(share -> share.reading(() -> SettingsReader.number(share.text(), 0, 1)))
                .orElse(0.0);
    }
}
