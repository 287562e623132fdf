package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Dann;
import io.cucumber.java.de.Wenn;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Persons who want to be forgotten. */
public class PrivacySteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Service service;
    private final Scene scene;

    public PrivacySteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @Wenn("^der Kunde gelöscht wird$")
    public void erase() {
        scene.remember(service.delete(Roles.ADMIN, "/v1/customers/" + scene.subjectId()))
                .ok();
    }

    @Wenn("^die Siegel aller Entscheidungen geprüft werden$")
    public void verifySeals() {
        Reply started =
                service.post(Roles.ADMIN, "/v1/decision-log/verification").ok();
        scene.remember(service.await(Roles.ADMIN, started.header("location").orElseThrow()));
    }

    @Dann("^sind sie unversehrt$")
    public void areSound() {
        assertThat(scene.last().at("/result/state").asString(""))
                .as("%s", scene.last())
                .isEqualTo("SOUND");
        assertThat(scene.last().at("/result/records").asLong()).isPositive();
    }

    @Wenn("^der Innendienst den Kunden löschen will$")
    public void agentErases() {
        scene.remember(service.delete(Roles.AGENT, "/v1/customers/" + scene.subjectId()));
    }

    @Wenn("^der Anruf des Kunden nicht mehr zugeordnet werden kann$")
    public void unknownNow() {
        scene.remember(service.get(Roles.AGENT, "/v1/customers/" + scene.subjectId() + "/screen-pop"));
    }

    @Wenn("^die frühere Entscheidung angesehen wird$")
    public void lookBack() {
        scene.remember(service.get(Roles.AGENT, "/v1/decisions/" + scene.decisionId()));
    }

    @Dann("^die Wiederholung der Entscheidung ergibt \"(\\w+)\"$")
    public void replayed(String state) {
        Reply replay = service.post(Roles.AGENT, "/v1/decisions/" + scene.decisionId() + "/replay")
                .ok();

        assertThat(replay.at("/state").asString()).as("the replay: %s", replay).isEqualTo(state);
        assertThat(replay.at("/identical").asBoolean()).isFalse();
    }

    @Wenn("^der Kunde unter derselben Kundennummer wiederkommt$")
    public void comesBack() {
        deliver(scene.subjectId(), "neu@example.org");
    }

    @Wenn("^ein anderer Kunde mit der E-Mail-Adresse \"(.+)\" geliefert wird$")
    public void comesBackAs(String address) {
        scene.about("customer", scene.own("wieder"));
        deliver(scene.subjectId(), address);
    }

    @Wenn("^der Kunde in E-Mail einwilligt$")
    public void consents() {
        service.put(
                        Roles.AGENT,
                        "/v1/customers/" + scene.subjectId() + "/consents",
                        JSON.objectNode().put("channel", "EMAIL").put("granted", true))
                .ok();
    }

    @Wenn("^der Kunde der Werbung bis in eine Stunde widerspricht$")
    public void objectsForAnHour() {
        service.put(
                        Roles.AGENT,
                        "/v1/customers/" + scene.subjectId() + "/objections",
                        JSON.objectNode().put("until", in(Duration.ofHours(1))))
                .ok();
    }

    @Wenn("^über E-Mail das Nächstbeste für in zwei Stunden durchgespielt wird$")
    public void whatIfLater() {
        ObjectNode request = JSON.objectNode()
                .put("customerId", scene.subjectId())
                .put("channel", "EMAIL")
                .put("direction", "OUTBOUND")
                .put("limit", 50)
                .put("at", in(Duration.ofHours(2)));
        scene.decided(request, service.post(Roles.MARKETING, "/v1/decisions/next-best-action", request))
                .ok();
    }

    @Wenn("^der vorgemerkte Kontakt erfolgt ist$")
    public void contactMade() {
        service.post(Roles.AGENT, "/v1/contacts/" + Json.text(scene.decision().json(), "contactId") + "/confirmation")
                .ok();
    }

    @Wenn("^die Auskunft über den Kunden abgerufen wird$")
    public void personalData() {
        scene.remember(service.get(Roles.ADMIN, "/v1/customers/" + scene.subjectId() + "/personal-data"))
                .ok();
    }

    @Wenn("^der Innendienst die Auskunft über den Kunden abrufen will$")
    public void agentWantsPersonalData() {
        scene.remember(service.get(Roles.AGENT, "/v1/customers/" + scene.subjectId() + "/personal-data"));
    }

    @Dann("^nennt die Auskunft \"(.+)\" mit dem Wert \"(.+)\"$")
    public void namesValue(String title, String value) {
        assertThat(Json.items(scene.last().at("/attributes"))).anySatisfy(attribute -> {
            assertThat(Json.text(attribute, "title")).isEqualTo(title);
            assertThat(Json.text(attribute, "value")).isEqualTo(value);
            assertThat(Json.text(attribute, "source")).isNotEmpty();
            assertThat(Json.text(attribute, "validFrom")).isNotEmpty();
        });
    }

    @Dann("^nennt die Auskunft den Zweck \"(.+)\" mit der Rechtsgrundlage \"(.+)\" und der Frist \"(.+)\"$")
    public void namesPurpose(String purpose, String basis, String period) {
        assertThat(Json.items(scene.last().at("/purposes"))).anySatisfy(one -> {
            assertThat(Json.text(one, "purpose")).isEqualTo(purpose);
            assertThat(Json.text(one, "legalBasis")).isEqualTo(basis);
            assertThat(Json.text(one, "kept")).isEqualTo(period);
            assertThat(Json.text(one, "text")).isNotEmpty();
        });
    }

    @Dann("^nennt die Auskunft eine Vorhersage mit ihrem Modell und dessen Version$")
    public void namesPrediction() {
        assertThat(Json.items(scene.last().at("/predictions"))).isNotEmpty().allSatisfy(prediction -> {
            assertThat(Json.text(prediction, "model")).isNotEmpty();
            assertThat(Json.text(prediction, "version")).isNotEmpty();
        });
    }

    @Dann("^nennt die Auskunft, wer sie abgerufen hat$")
    public void namesAccess() {
        assertThat(scene.last().at("/accesses/0/caller").asString("")).isEqualTo(Roles.ADMIN);
    }

    @Dann("^nennt die Auskunft diese Entscheidung mit ihren Gründen$")
    public void namesDecision() {
        assertThat(scene.last().at("/decisions/0/decisionId").asString("")).isEqualTo(scene.decisionId());
        assertThat(Json.items(scene.last().at("/decisions/0/actions/0/reasons")))
                .isNotEmpty();
    }

    @Dann("^steht dort zu jeder anderen Aktion, was ihr im Weg stand$")
    public void namesLosers() {
        assertThat(Json.items(scene.last().at("/decisions/0/notChosen")))
                .isNotEmpty()
                .allSatisfy(loser -> assertThat(Json.text(loser, "text")).isNotBlank());
    }

    @Dann("^nennt die Auskunft diesen Kontakt mit der Einwilligung, die ihn erlaubt hat, fünf Jahre lang$")
    public void namesConsentUse() {
        Reply data = scene.last();
        assertThat(Json.items(data.at("/consentUses")))
                .as("the uses of consents after %s in %s", scene.decision(), data)
                .isNotEmpty();
        int year = OffsetDateTime.parse(data.at("/consentUses/0/contactAt").asString())
                .getYear();

        assertThat(data.at("/consentUses/0/contactId").asString(""))
                .isEqualTo(Json.text(scene.decision().json(), "contactId"));
        assertThat(data.at("/consentUses/0/evidence").asString("")).isEqualTo("feature");
        assertThat(data.at("/consentUses/0/consent").asLong())
                .isEqualTo(data.at("/consents/0/id").asLong());
        assertThat(OffsetDateTime.parse(data.at("/consentUses/0/keptUntil").asString())
                        .getYear())
                .isEqualTo(year + 5);
    }

    @Wenn("^die überschrittenen Fristen abgefragt werden$")
    public void due() {
        scene.remember(service.get(Roles.ADMIN, "/v1/privacy/retention")).ok();
    }

    @Dann("^werden sie je Art gezählt$")
    public void counted() {
        assertThat(scene.last().at("/due").propertyNames())
                .contains("events", "marketingEvents", "formerValues", "customersWhoLeft", "consentUses");
    }

    private void deliver(String id, String address) {
        ObjectNode document = JSON.objectNode();
        document.putObject("attributes")
                .put("email", address)
                .put("internet", "DSL")
                .put("online-security", false)
                .put("monthly-charge", 60)
                .put("contract", "MONTHLY");
        service.put(Roles.ADMIN, "/v1/customers/" + id, document).ok();
    }

    private static String in(Duration time) {
        return OffsetDateTime.now(ZoneOffset.UTC).plus(time).toString();
    }
}
