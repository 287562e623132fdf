package org.lotse.api.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/** Claims of the insurance Nordlicht sells along, and the jurists who work on them: subjects that are not customers. */
final class Claims {
    private static final int CLAIMS = 60;
    private static final List<String> KINDS = List.of("WATER", "LIABILITY", "TRAFFIC", "CONTRACT");
    private static final List<List<String>> TEXTS = List.of(
            List.of(
                    "Wasser aus der Decke hat Router und Fernseher beschädigt.",
                    "Rohrbruch, der Keller stand unter Wasser."),
            List.of(
                    "Beim Aufbau der Antenne fiel Werkzeug auf das Auto des Nachbarn.",
                    "Ein Gast hat das Gerät zerbrochen."),
            List.of(
                    "Auffahrunfall mit dem Firmenwagen auf dem Weg zum Kunden.",
                    "Fahrrad und Telefon bei einem Unfall beschädigt."),
            List.of(
                    "Der Vermieter verweigert den Glasfaseranschluss, obwohl er zugesagt war.",
                    "Streit über die Kündigungsfrist eines Wartungsvertrags."));

    private Claims() {}

    static List<SubjectState> claims(List<DemoCustomer> customers, Dice dice) {
        List<DemoCustomer> holders =
                customers.stream().filter(DemoCustomer::active).toList();
        List<SubjectState> claims = new ArrayList<>();
        for (int i = 1; i <= CLAIMS; i++) {
            int kind = dice.weighted(0.35, 0.3, 0.2, 0.15);
            double amount = Math.round(StrictMath.exp(dice.normal(6.8, 1.1)));
            double fraud = Math.round(100 * Dice.probability(dice.normal(-2.6, 1.2))) / 100.0;
            Map<TermKey, Value> attributes = Map.of(
                    new TermKey("kind"), Value.choice(KINDS.get(kind)),
                    new TermKey("amount"), Value.of(amount),
                    new TermKey("fraud"), Value.of(fraud),
                    new TermKey("text"), Value.text(dice.one(TEXTS.get(kind))));
            SubjectId id = new SubjectId(new SubjectType("claim"), "claim-" + i);
            claims.add(new SubjectState(
                    id,
                    attributes,
                    List.of(),
                    Map.of("holder", dice.one(holders).id())));
        }
        return claims;
    }

    static List<SubjectState> jurists(Dice dice) {
        List<String> skills = List.of(
                "WATER, LIABILITY",
                "WATER",
                "LIABILITY, TRAFFIC",
                "TRAFFIC",
                "CONTRACT",
                "CONTRACT, LIABILITY",
                "WATER, TRAFFIC",
                "LIABILITY");
        List<SubjectState> jurists = new ArrayList<>();
        for (int i = 0; i < skills.size(); i++) {
            Map<TermKey, Value> attributes = Map.of(
                    new TermKey("skills"), Value.text(skills.get(i)),
                    new TermKey("open-cases"), Value.of(dice.between(0, 14)),
                    new TermKey("available"), Value.of(i != 3));
            SubjectId id = new SubjectId(new SubjectType("jurist"), "jurist-" + (i + 1));
            jurists.add(new SubjectState(id, attributes, List.of(), Map.of()));
        }
        return jurists;
    }
}
