package org.lotse.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lotse.rules.sentence.Demo.bedingung;
import static org.lotse.rules.sentence.Demo.condition;
import static org.lotse.rules.sentence.Demo.english;
import static org.lotse.rules.sentence.Demo.german;
import static org.lotse.rules.sentence.Demo.promise;
import static org.lotse.rules.sentence.Demo.read;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.ActionSelector;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Operand;
import org.lotse.rules.model.Promise;
import org.lotse.rules.model.Rule;

final class ReadSentencesTest {
    private static Condition.Test test(String term, Operator operator, Object... operands) {
        List<Operand> values = java.util.Arrays.stream(operands)
                .<Operand>map(each -> switch (each) {
                    case Number number -> new Operand.Fixed(Value.of(number.doubleValue()));
                    case Boolean yes -> new Operand.Fixed(Value.of(yes));
                    case TermPath path -> new Operand.OfTerm(path);
                    default -> new Operand.Fixed(Value.choice(each.toString()));
                })
                .toList();
        return new Condition.Test(TermPath.parse(term), operator, values, "");
    }

    @Test
    void understandsTheEnglishExampleOfTheFormats() {
        Rule rule = english("""
                If payment delay is above 14 days and orders in 90 days is below orders in the 90 days before,
                  then the customer segment is "at risk" and add action "care-call".""");

        assertThat(rule.condition())
                .isEqualTo(new Condition.All(List.of(
                        test("payment-delay", Operator.ABOVE, 14),
                        test("orders-90d", Operator.BELOW, TermPath.parse("orders-before")))));
        assertThat(rule.consequences())
                .containsExactly(
                        new Consequence.SetTerm(new TermKey("segment"), new Operand.Fixed(Value.choice("AT_RISK")), ""),
                        new Consequence.AddAction(new ActionKey("care-call"), ""));
    }

    @Test
    void understandsTheGermanExampleOfTheFormats() {
        Rule rule = german("""
                Wenn die offenen Beschwerden über 0 liegen und die Servicestufe nicht VIP ist,
                  dann ist die Aktion „upsell-fibre“ nicht passend.""");

        assertThat(rule.condition())
                .isEqualTo(new Condition.All(List.of(
                        test("open-complaints", Operator.ABOVE, 0), test("service-level", Operator.IS_NOT, "VIP"))));
        assertThat(rule.consequences())
                .containsExactly(new Consequence.ActionVerdict(
                        ActionSelector.of(new ActionKey("upsell-fibre")), Layer.SUITABILITY, false, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the churn risk is above 0.4                      | ABOVE | 0.4
            churn risk is more than 40 %                     | ABOVE | 0.4
            [Churn risk] is at least 40 percent              | FROM  | 0.4
            the customer's churn risk is at most 1           | UP_TO | 1
            the churn risk of the customer is not above 0.5  | UP_TO | 0.5
            churn is less than 0.25                          | BELOW | 0.25
            """)
    void understandsEnglishComparisons(String text, Operator operator, double number) {
        assertThat(condition(text)).isEqualTo(test("churn", operator, number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            das Kündigungsrisiko über 0,4 liegt              | ABOVE | 0.4
            Kündigungsrisiko liegt über 40 %                 | ABOVE | 0.4
            das Kündigungsrisiko mindestens 40 Prozent ist   | FROM  | 0.4
            das Kündigungsrisiko des Kunden höchstens 1 ist  | UP_TO | 1
            das Kündigungsrisiko der Kundin bis 0,5 beträgt  | UP_TO | 0.5
            churn weniger als 0,25 ist                       | BELOW | 0.25
            """)
    void understandsGermanComparisons(String text, Operator operator, double number) {
        assertThat(bedingung(text)).isEqualTo(test("churn", operator, number));
    }

    @Test
    void understandsValuesOfEveryType() {
        assertThat(condition("the contract is one of monthly, ONE_YEAR or “two years”"))
                .isEqualTo(test("contract", Operator.IS_ONE_OF, "MONTHLY", "ONE_YEAR", "TWO_YEARS"));
        assertThat(bedingung("der Vertrag keines von monatlich oder »ein Jahr« ist"))
                .isEqualTo(test("contract", Operator.IS_NONE_OF, "MONTHLY", "ONE_YEAR"));
        assertThat(bedingung("der Monatsbeitrag über 900,50 € liegt")).isNotNull();
    }

    @Test
    void understandsMoneyDaysAndYesNo() {
        assertThat(condition("the spend in 12 months is at least 1,000.50 EUR"))
                .isEqualTo(test("spend-12mo", Operator.FROM, 1000.5));
        assertThat(bedingung("der Umsatz in 12 Monaten mindestens 1.000,50 Euro beträgt"))
                .isEqualTo(test("spend-12mo", Operator.FROM, 1000.5));
        assertThat(condition("days since last contact is over 2 weeks"))
                .isEqualTo(test("last-contact", Operator.ABOVE, 14));
        assertThat(condition("fibre available is yes")).isEqualTo(test("fibre-available", Operator.IS, true));
        assertThat(bedingung("die Einwilligung Telefon nein ist")).isEqualTo(test("phone-consent", Operator.IS, false));
        assertThat(bedingung("die Stimmung fehlt")).isEqualTo(test("mood", Operator.IS_MISSING));
        assertThat(condition("the mood is given")).isEqualTo(test("mood", Operator.IS_GIVEN));
    }

    @Test
    void understandsText() {
        Condition.Test contains = new Condition.Test(
                TermPath.parse("town"), Operator.CONTAINS, List.of(new Operand.Fixed(Value.text("burg"))), "");
        Condition.Test starts = new Condition.Test(
                TermPath.parse("postal-code"), Operator.STARTS_WITH, List.of(new Operand.Fixed(Value.text("10"))), "");

        assertThat(condition("the town contains \"burg\"")).isEqualTo(contains);
        assertThat(bedingung("der Ort „burg“ enthält")).isEqualTo(contains);
        assertThat(condition("postal code starts with \"10\"")).isEqualTo(starts);
        assertThat(bedingung("die Postleitzahl mit „10“ beginnt")).isEqualTo(starts);
    }

    @Test
    void understandsBrackets() {
        Condition expected = new Condition.All(List.of(
                new Condition.Any(
                        List.of(test("open-complaints", Operator.ABOVE, 0), test("mood", Operator.IS, "ANNOYED"))),
                test("kind", Operator.IS, "PRIVATE")));

        assertThat(condition("(open complaints is above 0 or the mood is annoyed) and the customer kind is private"))
                .isEqualTo(expected);
        assertThat(
                        bedingung(
                                "(die offenen Beschwerden über 0 liegen oder die Stimmung verärgert ist) und die Kundenart privat ist"))
                .isEqualTo(expected);
    }

    @Test
    void understandsTermsOfLinkedSubjectsAndCandidates() {
        Demo.Result result = read("""
                language: en
                subject: claim

                Big:
                  If the holder's churn risk is above 0.5 and holder.tenure is at least 12, then triage is SETTLE.

                Fit:
                  If claim kind is water and jurist.skills contains "WATER", then skill fit is 5.
                """);

        assertThat(result.findings()).isEmpty();
        assertThat(result.rules().getFirst().condition().reads())
                .containsExactlyInAnyOrder(TermPath.parse("holder.churn"), TermPath.parse("holder.tenure"));
        assertThat(result.sentences().files().getLast().candidate()).contains(new SubjectType("jurist"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10 points are added to the lead points",
                "add 10 points to the lead points",
                "add 10 to lead points"
            })
    void understandsEnglishPoints(String text) {
        assertThat(english(text + ".").consequences())
                .containsExactly(
                        new Consequence.AddPoints(new TermKey("lead-points"), new Operand.Fixed(Value.of(10)), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dann werden 10 Punkte zu den Lead-Punkten addiert",
                "dann werden den Lead-Punkten 10 Punkte hinzugefügt",
                "dann kommen 10 Punkte zu den Lead-Punkten hinzu",
                "dann füge 10 Punkte zu den Lead-Punkten hinzu"
            })
    void understandsGermanPoints(String text) {
        assertThat(german("Wenn die Stimmung fehlt, " + text + ".").consequences())
                .containsExactly(
                        new Consequence.AddPoints(new TermKey("lead-points"), new Operand.Fixed(Value.of(10)), ""));
    }

    @Test
    void understandsChannelsAndGroups() {
        ChannelKey phone = new ChannelKey("CALL_CENTRE");
        assertThat(english("use channel Call centre and the channel \"Call centre\" is forbidden.")
                        .consequences())
                .containsExactly(new Consequence.UseChannel(phone, ""), new Consequence.ForbidChannel(phone, ""));
        assertThat(german("nutze den Kanal „Telefon“ und der Kanal Telefon wird nicht genutzt.")
                        .consequences())
                .containsExactly(new Consequence.UseChannel(phone, ""), new Consequence.ForbidChannel(phone, ""));
        assertThat(english("every action of the group sales is not applicable.").consequences())
                .isEqualTo(german("jede Aktion der Gruppe sales ist nicht anwendbar.")
                        .consequences())
                .containsExactly(
                        new Consequence.ActionVerdict(ActionSelector.ofGroup("sales"), Layer.APPLICABILITY, false, ""));
        assertThat(english("the actions \"survey\", \"newsletter\" and “visit” are not eligible.")
                        .consequences())
                .containsExactly(new Consequence.ActionVerdict(
                        new ActionSelector(
                                Set.of(new ActionKey("survey"), new ActionKey("newsletter"), new ActionKey("visit")),
                                Set.of(),
                                Set.of()),
                        Layer.ELIGIBILITY,
                        false,
                        ""));
    }

    @Test
    void understandsCalculations() {
        assertThat(english("the voucher amount is calc min(50, round([Lead score] * 5)).")
                        .consequences())
                .isEqualTo(german("der Gutscheinbetrag beträgt calc min(50, round([Lead-Score] * 5)).")
                        .consequences());
    }

    @Test
    void understandsPromises() {
        Condition expected = new Condition.All(List.of(
                new Condition.Objection(Purpose.MARKETING),
                new Condition.ChosenAction(ActionSelector.ofPurpose(Purpose.MARKETING))));

        Promise english = promise(
                "en", "Never: the customer has objected to marketing and an action with purpose marketing is chosen.");
        Promise german = promise(
                "de", "Nie: der Kunde hat der Werbung widersprochen und eine Aktion mit Zweck Marketing wird gewählt.");

        assertThat(english.kind()).isEqualTo(Promise.Kind.NEVER);
        assertThat(english.condition()).isEqualTo(expected).isEqualTo(german.condition());
        assertThat(promise("de", "Immer: Gutscheinbetrag ist höchstens 50 EUR.").condition())
                .isEqualTo(promise("en", "Always: voucher amount is at most 50 EUR.")
                        .condition())
                .isEqualTo(test("voucher-amount", Operator.UP_TO, 50));
        assertThat(promise("de", "Nie: die Einwilligung, die der Kanal braucht, fehlt.")
                        .condition())
                .isEqualTo(promise("en", "Never: the consent the channel needs is missing.")
                        .condition());
    }
}
